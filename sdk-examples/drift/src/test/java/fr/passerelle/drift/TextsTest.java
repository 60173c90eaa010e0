package fr.passerelle.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {

    private static final Texts ENGLISH = Texts.in(Locale.GERMAN);
    private static final Texts FRENCH = Texts.in(Locale.CANADA_FRENCH);

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
    void frenchAddsNoTextThatEnglishLacks() {
        // Those of picocli come in English by themselves.
        assertThat(ENGLISH.bundle().keySet())
                .containsAll(FRENCH.bundle().keySet().stream()
                        .filter(key -> !key.startsWith("mixin"))
                        .toList());
    }
}
