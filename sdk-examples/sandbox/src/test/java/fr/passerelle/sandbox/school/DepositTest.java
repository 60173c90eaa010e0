package fr.passerelle.sandbox.school;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DepositTest {

    @ParameterizedTest
    @CsvSource({"100, true, 100", "100, false, 80", "99.99, false, 79.99", "0, false, 0"})
    void offersAllOfADefinitiveAmountAnd80PercentOfAnother(
            BigDecimal amount, boolean definitive, BigDecimal available) {
        assertThat(new Deposit(amount, definitive).available()).isEqualByComparingTo(available);
    }
}
