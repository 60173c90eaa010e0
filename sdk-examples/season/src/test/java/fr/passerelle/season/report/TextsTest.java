package fr.passerelle.season.report;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.catalogue.Change;
import fr.passerelle.catalogue.ChangeResult;
import fr.passerelle.commandline.Bundles;
import fr.passerelle.commandline.Texts;
import fr.passerelle.model.value.Price;
import fr.passerelle.passculture.Admission;
import fr.passerelle.season.Main;
import fr.passerelle.season.agenda.FindingCode;
import fr.passerelle.season.agenda.Schedule;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class TextsTest {

    private final Texts english = Texts.in(Locale.ENGLISH, Main.TEXTS);
    private final Texts french = Texts.in(Locale.CANADA_FRENCH, Main.TEXTS);

    @Test
    void saysTheSameThingsInBothLanguages() {
        Bundles.assertWellKept(Main.TEXTS);
    }

    @ParameterizedTest
    @EnumSource
    void hasATextForEveryFinding(FindingCode code) {
        assertThat(english.bundle().containsKey("finding." + code.code())).isTrue();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "ADMITTED")
    void hasATextForEveryRefusalAtTheDoor(Admission.Outcome outcome) {
        assertThat(english.of("door.countermark", outcome)).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"DIFFERS", "GONE", "CANCELLED", "CLOSED"})
    void saysWhyAnythingIsLeft(Change.Cause cause) {
        assertThat(english.of("change.kept", cause, "", "", "")).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"GONE", "CANCELLED", "CLOSED"})
    void saysWhyAnEventIsTakenOffSale(Change.Cause cause) {
        assertThat(english.of("change.hidden", cause)).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"DONE", "UNCHANGED"})
    void saysWhyAChangeIsNotMade(ChangeResult.State state) {
        assertThat(english.of("result", state, "because")).contains("because");
    }

    @Test
    void countsAsEachLanguageDoes() {
        assertThat(english.count("date", 0)).isEqualTo("0 dates");
        assertThat(french.count("date", 0)).isEqualTo("0 date");
        assertThat(french.count("record", 2)).isEqualTo("2 fiches");
    }

    @Test
    void writesAmountsAndMomentsAsEachLanguageDoes() {
        assertThat(english.price(Price.cents(1250))).isEqualTo("12.50 €");
        assertThat(french.price(Price.cents(1250))).isEqualTo("12,50 €");
        assertThat(french.moment(Instant.parse("2026-07-14T18:30:00Z"), Schedule.PARIS))
                .isEqualTo("mardi 14 juillet 2026, 20:30");
    }
}
