package fr.passerelle.commandline.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12            | 1200
            12.5          | 1250
            12,50         | 1250
            12,50 €       | 1250
            12,50\u00a0€  | 1250
            12.50 EUR     | 1250
            12,5 euros    | 1250
            12.500000     | 1250
            2€50          | 250
            1 € 90        | 190
            10 euros 50   | 1050
            10,- €        | 1000
            € 12.50       | 1250
            1 234,50      | 123450
            1\u202f234 €  | 123400
            1.234,50 €    | 123450
            1,234.50      | 123450
            0             | 0
            -1            | -100
            8 € TTC       | 800
            """)
    void readsAnAmount(String text, long cents) throws NotUnderstoodException {
        assertThat(Money.euros(text).cents()).isEqualTo(cents);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1e2",
                "+5",
                "2 50",
                "1.234",
                "12,500",
                "1 23",
                "12 $",
                "20 CHF",
                "1500 F CFP",
                "12,50 € HT",
                "gratuit",
                "12,505",
                "２５",
                "٥",
                "12..5",
                "12,5,0",
                "12 € 5",
                "10 / 8",
                "5 € (réduit)",
                "environ 10 €",
                ".5",
                "0x10",
                "2€500",
                "99999999999"
            })
    void refusesWhatIsNoAmountOrCouldBeTwo(String text) {
        assertThatThrownBy(() -> Money.euros(text)).isInstanceOf(NotUnderstoodException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3         | 3
            3.0       | 3
            0,00      | 0
            3.000000  | 3
            1 250     | 1250
            -2        | -2
            """)
    void readsAWholeNumber(String text, long number) throws NotUnderstoodException {
        assertThat(Numbers.whole(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.5", "+2", "1e2", "1.000", "1,000", "trois", "３", "2 50 1", "1 23", "3 ex."})
    void refusesWhatIsNoWholeNumber(String text) {
        assertThatThrownBy(() -> Numbers.whole(text)).isInstanceOf(NotUnderstoodException.class);
    }
}
