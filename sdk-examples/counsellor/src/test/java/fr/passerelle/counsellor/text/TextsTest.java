package fr.passerelle.counsellor.text;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.commandline.Bundles;
import fr.passerelle.commandline.Texts;
import fr.passerelle.counsellor.Main;
import fr.passerelle.counsellor.people.Fact;
import fr.passerelle.counsellor.people.Status;
import fr.passerelle.model.credit.Refusal;
import fr.passerelle.model.entitlement.Assumption;
import fr.passerelle.model.entitlement.Change;
import fr.passerelle.model.entitlement.Step;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextsTest {

    private final Texts french = Texts.in(Locale.FRENCH, Main.TEXTS);

    @Test
    void saysTheSameThingsInBothLanguages() {
        Bundles.assertWellKept(Main.TEXTS);
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
}
