package fr.passerelle.bookshop.report;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.bookshop.Main;
import fr.passerelle.bookshop.file.Problem;
import fr.passerelle.commandline.Bundles;
import fr.passerelle.commandline.Texts;
import fr.passerelle.passculture.EanOutcome;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {

    private final Texts english = Texts.in(Locale.ENGLISH, Main.TEXTS);
    private final Texts french = Texts.in(Locale.CANADA_FRENCH, Main.TEXTS);

    @Test
    void saysTheSameThingsInBothLanguages() {
        Bundles.assertWellKept(Main.TEXTS);
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
        assertThat(ProblemText.of(new Problem("price", "too_large", "30000"), english))
                .isEqualTo("price: must be at most 30000");
        assertThat(ProblemText.of(new Problem("ean", Problem.SEEN_BEFORE, "12"), french))
                .isEqualTo("ean: figure déjà à la ligne 12 ; la première compte");
    }
}
