package fr.passerelle.drift;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.commandline.Bundles;
import fr.passerelle.commandline.Texts;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {

    private static final Texts ENGLISH = Texts.in(Locale.GERMAN, Main.TEXTS);
    private static final Texts FRENCH = Texts.in(Locale.CANADA_FRENCH, Main.TEXTS);

    @ParameterizedTest
    @EnumSource
    void tellsOfEveryKindInBothLanguages(Kind kind) {
        Stream.of(ENGLISH, FRENCH)
                .forEach(texts -> assertThat(texts.of("change." + kind.key(), "was", "is"))
                        .isNotBlank()
                        .doesNotContain("{"));
        assertThat(FRENCH.of("change." + kind.key())).isNotEqualTo(ENGLISH.of("change." + kind.key()));
    }

    @Test
    void saysTheSameThingsInBothLanguages() {
        Bundles.assertWellKept(Main.TEXTS);
    }
}
