package fr.passerelle.counsellor.text;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.counsellor.people.Fact;
import fr.passerelle.counsellor.people.Status;
import fr.passerelle.model.beneficiary.Assumption;
import fr.passerelle.model.beneficiary.Change;
import fr.passerelle.model.beneficiary.Step;
import fr.passerelle.model.credit.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Pattern DETAIL = Pattern.compile("\\{\\d}");

    private final Texts french = Texts.in(Locale.FRENCH);
    private final Texts english = Texts.in(Locale.ENGLISH);

    @Test
    void saysTheSameThingsInBothLanguages() {
        assertThat(french.bundle().keySet()).isEqualTo(english.bundle().keySet());
        assertThat(french.bundle().keySet())
                .allSatisfy(key -> assertThat(details(french, key)).as(key).isEqualTo(details(english, key)));
    }

    private static List<String> details(Texts texts, String key) {
        return DETAIL.matcher(texts.bundle().getString(key))
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    @Test
    void hasAWordForEveryConstantOfTheEngine() {
        Map<String, Enum<?>[]> constants = Map.of(
                "assumption", Assumption.values(),
                "step", Step.values(),
                "why", Change.Why.values(),
                "refusal", Refusal.values(),
                "status", Status.values(),
                "summary", Status.values(),
                "fact", Fact.values());
        constants.forEach((prefix, words) -> {
            for (Enum<?> word : words) {
                assertThat(french.of(prefix, word)).isNotBlank();
            }
        });
    }

    @Test
    void speaksFrenchToEverybodyElse() {
        assertThat(Texts.in(Locale.forLanguageTag("tr")).locale()).isEqualTo(Locale.FRENCH);
    }
}
