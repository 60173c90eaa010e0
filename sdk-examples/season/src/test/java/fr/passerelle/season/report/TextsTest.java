package fr.passerelle.season.report;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.model.value.Price;
import fr.passerelle.season.agenda.FindingCode;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    private static final Pattern DETAIL = Pattern.compile("\\{\\d}|\\$\\{[^}]*}");

    private final Texts english = Texts.in(Locale.ENGLISH);
    private final Texts french = Texts.in(Locale.CANADA_FRENCH);

    @Test
    void saysTheSameThingsInBothLanguages() {
        assertThat(french.bundle().keySet()).isEqualTo(english.bundle().keySet());
        assertThat(english.bundle().keySet())
                .allSatisfy(key -> assertThat(details(french, key)).as(key).isEqualTo(details(english, key)));
    }

    private static List<String> details(Texts texts, String key) {
        return DETAIL.matcher(texts.bundle().getString(key))
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void writesApostrophesThatTheFormatLeavesAlone(String language) {
        Texts texts = Texts.in(Locale.forLanguageTag(language));
        assertThat(Collections.list(texts.bundle().getKeys()))
                .allSatisfy(key -> assertThat(texts.bundle().getString(key)).doesNotContain("'"));
    }

    @ParameterizedTest
    @EnumSource
    void hasATextForEveryFinding(FindingCode code) {
        assertThat(english.bundle().containsKey("finding." + code.code())).isTrue();
    }

    @Test
    void speaksEnglishToEverybodyElse() {
        assertThat(Texts.in(Locale.forLanguageTag("tr")).of("demo.sell")).isEqualTo("2. Sell");
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
        assertThat(french.moment(Instant.parse("2026-07-14T18:30:00Z"))).isEqualTo("mardi 14 juillet 2026, 20:30");
    }
}
