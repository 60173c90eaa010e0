package fr.passerelle.bookshop.report;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.bookshop.file.Problem;
import fr.passerelle.client.EanOutcome;
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
    @EnumSource(names = "APPLIED", mode = EnumSource.Mode.EXCLUDE)
    void hasATextForEveryOutcome(EanOutcome outcome) {
        assertThat(english.bundle().containsKey("outcome." + outcome)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void hasATitleAndASuccessForEveryPass(Pass pass) {
        assertThat(english.bundle().keySet()).contains(pass.key("report"), pass.key("outcome.APPLIED"));
    }

    @Test
    void saysWhatIsWrongWithFieldAndLimit() {
        assertThat(english.problem(new Problem("price", "too_large", "30000")))
                .isEqualTo("price: must be at most 30000");
        assertThat(french.problem(new Problem("ean", Problem.SEEN_BEFORE, "12")))
                .isEqualTo("ean: figure déjà à la ligne 12 ; la première compte");
    }

    @Test
    void speaksEnglishToEverybodyElse() {
        assertThat(Texts.in(Locale.forLanguageTag("tr")).of("upsert.done")).isEqualTo("Done.");
    }
}
