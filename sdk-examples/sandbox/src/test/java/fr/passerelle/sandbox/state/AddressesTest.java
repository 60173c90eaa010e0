package fr.passerelle.sandbox.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class AddressesTest {

    @Test
    void sharesTheRowOfAnIdenticalAddress() {
        var addresses = new Addresses();
        var spelling = new Addresses.Spelling("14 Rue des Lilas", "Saint-Étienne", "42000");
        var other = new Addresses.Spelling("14  rue des LILAS", "SAINT ETIENNE", "42000");

        var first = addresses.stored(spelling, new BigDecimal("45.123456"), BigDecimal.ONE, null);
        var second = addresses.stored(other, new BigDecimal("45.12346"), BigDecimal.ONE, null);

        assertThat(second).isSameAs(first);
        assertThat(first.latitude()).isEqualByComparingTo("45.12346");
    }
}
