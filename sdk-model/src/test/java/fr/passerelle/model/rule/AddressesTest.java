package fr.passerelle.model.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is taken for an address, beside the same said by an expression. */
class AddressesTest {

    private static final String ATOM = "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+";
    private static final String EMAIL =
            ATOM + "(?:\\." + ATOM + ")*@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)+"
                    + "(?!(?i:arpa|invalid|local|localhost|onion|test)$)[\\p{L}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])";

    private static final String LABEL = "[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_-]{0,61}[\\p{L}\\p{N}_])?";
    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])";
    private static final String IPV4 = "(?:" + OCTET + "\\.){3}" + OCTET;
    private static final String IPV6 = "\\[(?=[^]]*:)[0-9A-Fa-f:.]{2,45}]";
    private static final String NAME = "(?:" + LABEL + "\\.)*(?![0-9]+\\.?(?:[:/?#]|$))" + LABEL + "\\.?";
    private static final String PUBLIC_NAME = "(?:" + LABEL + "\\.)+(?:xn--[a-zA-Z0-9-]{2,59}|[\\p{L}]{2,63})\\.?";
    private static final String PORT =
            "(?::(?:6553[0-5]|655[0-2][0-9]|65[0-4][0-9]{2}|6[0-4][0-9]{3}|[0-5]?[0-9]{1,4})?)?";
    private static final String URL =
            "(?i)https?://(?:[^\\s/?#@]*@)?(?:" + IPV4 + "|" + IPV6 + "|%s)" + PORT + "(?:[/?#]\\S*)?";

    private static final List<String> RIGHT = List.of(
            "jourdain@example.org",
            "la.caisse+5@b-1.example.fr",
            "théâtre@é.éé",
            "https://tickets.example.org:8080/a?b#c",
            "http://user@127.0.0.1/",
            "http://[::1]:65535",
            "http://localhost#y",
            "http://0.00.99.100?x",
            "https://a_b.c-d.example.org./x",
            "https://xn--thtre-bsa.xn--p1ai",
            "https://théâtre.example.org/",
            "https://" + "a".repeat(63) + ".fr");

    /** With what looks like a letter, a digit or a blank to some. */
    private static final List<String> PIECES = List.of(
            "http://",
            "HTTPS://",
            "httpſ://",
            "a",
            "Z",
            "é",
            "Ω",
            "𝒳",
            "\ud835",
            "ª",
            "Ⅷ",
            "½",
            "٣",
            "\u0301",
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
            "25",
            "199",
            "256",
            ":080",
            ":65535",
            ":65536",
            "org",
            "xn--",
            "XN--",
            "localhost",
            "local",
            "test",
            " ",
            "\t",
            "\u0085",
            "\u00a0",
            "<",
            "{",
            "!",
            "%",
            "\0");

    record Form(String name, String expression, Predicate<String> rule) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Form> forms() {
        return Stream.of(
                new Form("e-mail address", EMAIL, EmailAddress::isBare),
                new Form("URL", URL.formatted(NAME), WebHost::isUrl),
                new Form("public URL", URL.formatted(PUBLIC_NAME), WebHost::isPublicUrl));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void takesWhatTheExpressionMatches(Form form) {
        Pattern expression = Pattern.compile(form.expression());
        Random random = new Random(12);
        int taken = 0;
        for (int i = 0; i < 50_000; i++) {
            String text = text(random).strip();
            boolean matches = expression.matcher(text).matches();
            assertThat(form.rule().test(text)).as(text).isEqualTo(matches);
            taken += matches ? 1 : 0;
        }
        assertThat(taken).isGreaterThan(1_000);
    }

    /** A text that is right, with up to four changes. */
    private static String text(Random random) {
        StringBuilder text = new StringBuilder(RIGHT.get(random.nextInt(RIGHT.size())));
        for (int changes = random.nextInt(5); changes > 0; changes--) {
            int at = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), at + random.nextInt(4));
            text.replace(at, end, PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
