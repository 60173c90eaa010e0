package fr.passerelle.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.model.value.Price;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextsTest {

    private enum Status {
        SOME_REFUSED
    }

    private final Texts english = Texts.in(Locale.ENGLISH, "fr.passerelle.commandline.sample");
    private final Texts french = Texts.in(Locale.CANADA_FRENCH, "fr.passerelle.commandline.sample");

    @Test
    void speaksEnglishToEverybodyElse() {
        assertThat(Texts.in(Locale.forLanguageTag("tr"), "fr.passerelle.commandline.sample")
                        .of("greeting", "Ayşe"))
                .isEqualTo("Hello, Ayşe!");
    }

    @Test
    void takesTheProgrammesOwnWordsBeforeTheSharedOnes() {
        assertThat(english.of("failed.network", "Port closed.")).isEqualTo("nobody there. Port closed.");
        assertThat(french.of("failed.network", "")).startsWith("personne");
        assertThat(french.of("key.empty-file", "clé.txt")).isEqualTo("clé.txt est vide.");
    }

    @Test
    void saysTheSharedThingsInBothLanguages() {
        Bundles.assertWellKept("fr.passerelle.commandline.texts");
    }

    @Test
    void hasTextsForConstants() {
        assertThat(french.of("status", Status.SOME_REFUSED)).isEqualTo("quelques refus");
    }

    @Test
    void countsAsEachLanguageDoes() {
        assertThat(english.count("date", 0)).isEqualTo("0 dates");
        assertThat(french.count("date", 0)).isEqualTo("0 date");
        assertThat(french.count("date", 2)).isEqualTo("2 dates");
    }

    @Test
    void writesNumbersAndAmountsAsEachLanguageDoes() {
        assertThat(english.number(50_000)).isEqualTo("50,000");
        assertThat(english.price(Price.cents(1250))).isEqualTo("12.50 €");
        assertThat(french.price(Price.cents(1250))).isEqualTo("12,50 €");
    }

    @Test
    void writesDaysAsEachLanguageDoes() {
        assertThat(french.day(LocalDate.of(2026, 7, 1))).isEqualTo("1er juillet 2026");
        assertThat(french.day(LocalDate.of(2026, 7, 14))).isEqualTo("14 juillet 2026");
        assertThat(english.month(YearMonth.of(2026, 7))).isEqualTo("July 2026");
        assertThat(french.moment(Instant.parse("2026-07-14T18:30:00Z"), ZoneId.of("Europe/Paris")))
                .isEqualTo("14 juillet 2026, 20:30");
    }
}
