package fr.passerelle.model.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AsciiPatternTest {

    private static final List<String> PIECES = List.of(
            "http://",
            "https://",
            "HTTPS://",
            "a",
            "Z",
            "example",
            ".",
            "..",
            "-",
            "_",
            "@",
            ":",
            "/",
            "?",
            "#",
            "[",
            "]",
            "::1",
            "0",
            "9",
            "255",
            "256",
            "65535",
            "65536",
            "org",
            "xn--",
            "localhost",
            " ",
            "<",
            ">",
            "+",
            "!",
            "%");

    private static final List<String> RIGHT = List.of(
            "jourdain@example.org",
            "la.caisse+5@b-1.example.fr",
            "https://tickets.example.org:8080/a?b#c",
            "http://user@127.0.0.1/",
            "http://[::1]:65535",
            "https://xn--thtre-bsa.xn--p1ai");

    static List<AsciiPattern> patterns() {
        return List.of(EmailAddress.FORM, WebHost.ANY, WebHost.PUBLIC);
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void bothTwinsAcceptTheSameOfAscii(AsciiPattern pattern) {
        Random random = new Random(12);
        int accepted = 0;
        for (int i = 0; i < 20_000; i++) {
            String text = text(random);
            boolean any = pattern.any().matcher(text).matches();
            boolean ascii = pattern.ascii().matcher(text).matches();
            assertThat(ascii).as(text).isEqualTo(any);
            accepted += any ? 1 : 0;
        }
        assertThat(accepted).isGreaterThan(1_000);
    }

    /** A text that is right, with up to three changes. */
    private static String text(Random random) {
        StringBuilder text = new StringBuilder(RIGHT.get(random.nextInt(RIGHT.size())));
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            int at = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), at + random.nextInt(3));
            text.replace(at, end, PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    @Test
    void lettersOfOtherScriptsAreTakenToo() {
        assertThat(EmailAddress.FORM.matches("théâtre@exemple.fr")).isTrue();
        assertThat(WebHost.PUBLIC.matches("https://théâtre.example.org/")).isTrue();
    }
}
