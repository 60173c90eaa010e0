package fr.passerelle.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

    @ParameterizedTest
    @ValueSource(strings = {"--lang fr", "demo --lang fr --help", "--lang=fr demo"})
    void isWhatIsAskedFor(String arguments) {
        assertThat(Language.of(List.of(arguments.split(" ", -1)), Locale.ENGLISH))
                .isEqualTo(Locale.FRENCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "demo --lang", "--lang de", "--lang="})
    void isTheUsualOneOtherwise(String arguments) {
        assertThat(Language.of(List.of(arguments.split(" ", -1)), Locale.FRENCH))
                .isEqualTo(Locale.FRENCH);
    }

    @Test
    void tellsWhatIsNotSpoken() {
        assertThat(Language.unknown(List.of("demo", "--lang", "de"))).contains("de");
        assertThat(Language.unknown(List.of("demo", "--lang", "en"))).isEmpty();
    }
}
