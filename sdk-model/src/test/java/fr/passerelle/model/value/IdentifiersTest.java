package fr.passerelle.model.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.model.rule.RuleViolationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

    @ParameterizedTest
    @ValueSource(strings = {"853318459", "853 318 459", "356000000", "NC1234567"})
    void acceptsASiren(String text) {
        assertThat(Siren.of(text).value()).doesNotContain(" ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "85331845", "8533184590", "853318458", "NC123456", "nc1234567", "85331845A", "٨٥٣٣١٨٤٥٩"})
    void refusesWhatIsNoSiren(String text) {
        assertThatThrownBy(() -> Siren.of(text))
                .isInstanceOf(RuleViolationException.class)
                .hasMessageContaining("siren");
    }

    @ParameterizedTest
    @ValueSource(strings = {"85331845900049", "853 318 459 00049", "853\u00a0318\u202f459 00049", "NC1234567890XX"})
    void acceptsASiret(String text) {
        assertThat(Siret.of(text).siren().value()).hasSize(9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"35600000000048", "35600000049837", "35600000049003"})
    void acceptsLaPostesOwnKey(String text) {
        assertThat(Siret.of(text).value()).startsWith("356000000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "85331845900040", "8533184590004", "853318459000490", "35600000049838", "NC12345678XX"})
    void refusesWhatIsNoSiret(String text) {
        assertThatThrownBy(() -> Siret.of(text))
                .isInstanceOf(RuleViolationException.class)
                .hasMessageContaining("siret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9782070408504", "978-2-07-040850-4", "3770000000009", "9782070408503"})
    void acceptsAnEan(String text) {
        assertThat(Ean.of(text).value()).hasSize(13);
    }

    @ParameterizedTest
    @CsvSource({"9782070408504, true", "9782070408503, false"})
    void tellsWhetherTheCheckDigitOfAnEanMatches(String text, boolean matches) {
        assertThat(Ean.of(text).checkDigitMatches()).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "978207040850", "97820704085040", "978207040850X"})
    void refusesWhatIsNoEan(String text) {
        assertThatThrownBy(() -> Ean.of(text))
                .isInstanceOf(RuleViolationException.class)
                .hasMessageContaining("ean");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ABC234", "abc234", " abc 234 ", "PASSCULTURE:v3;TOKEN:ABC234", "passculture:v3;token:abc234"})
    void readsACountermarkAsPeopleSayOrShowIt(String text) {
        assertThat(Countermark.of(text).value()).isEqualTo("ABC234");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ABC23",
                "ABC2345",
                "ABCI23",
                "ABCO23",
                "ABC123",
                "ABC238",
                "ABÇ234",
                "../use",
                "PASSCULTURE:v3;TOKEN:"
            })
    void refusesWhatIsNoCountermarkWithoutRepeatingIt(String text) {
        assertThatThrownBy(() -> Countermark.of(text))
                .isInstanceOf(RuleViolationException.class)
                .hasMessage("token: must be 6 characters out of A-Z without I and O, and 2-7");
    }

    @Test
    void aCountermarkNeverShowsItself() {
        assertThat(Countermark.of("ABC234")).hasToString("Countermark[redacted]");
    }
}
