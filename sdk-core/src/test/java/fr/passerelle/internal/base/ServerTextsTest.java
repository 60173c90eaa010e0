package fr.passerelle.internal.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a server's error texts a message shows. */
class ServerTextsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hasTicket needs a ticketing service, such as bookingUrl",
                "Input should be a valid integer, unable to parse string as an integer",
                "String should have at most 90 characters",
                "ensure this value is less than or equal to 1000",
                "Cette réservation a été annulée",
                "L'événement n'a pas été trouvé. Veuillez réessayer.",
                "The category_related_fields (SPECTACLE_REPRESENTATION) cannot be changed",
                "The EAN must have 13 digits",
                "between 1 and 10.50 €",
            })
    void theServersOwnWordsAreShown(String text) {
        assertThat(shown(text)).isEqualTo("field: " + text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jean.dupont@example.org is no address|field: … is no address",
                "call 06 12 34 56 78 instead|field: call … instead",
                "call +33 (0)6-12-34-56-78 instead|field: call … instead",
                "Canarine Serinette has booked|field: … has booked",
                "DUPONT has booked|field: … has booked",
                "born 2008-02-29 or 29/02/2008, too young|field: born … or …, too young",
                "countermark ABC234 is used|field: countermark … is used",
                "user 7301952 is unknown|field: user … is unknown",
                "token eyJhbGciOiJIUzI1NiJ9 is over|field: token … is over",
                "the key prod_0a1b2c is wrong|field: the key … is wrong",
                "see /users/jean%40example.org please|field: see /users/… please",
            })
    void whatCouldBeSomebodysIsHidden(String text, String shown) {
        assertThat(shown(text)).isEqualTo(shown);
    }

    @Test
    void whatWasSentIsHiddenHoweverItIsWritten() {
        assertThat(shown("the password 'motdepasse' is wrong", "motdepasse"))
                .isEqualTo("field: the password '…' is wrong");
        assertThat(shown("MOTdepasse or xmotdepassey is wrong", "motdepasse")).isEqualTo("field: … or … is wrong");
        assertThat(shown("dear jean  dupont, too long", "jean dupont")).isEqualTo("field: dear …, too long");
        assertThat(shown("at most 500 places, not 730", "730")).isEqualTo("field: at most 500 places, not …");
    }

    @Test
    void aPartOfANameOrAnAddressIsHiddenToo() {
        assertThat(shown("nobody is called dupont here", "jean dupont")).isEqualTo("field: nobody is called … here");
        assertThat(shown("the address of dupont is wrong", "jean.dupont@example.org"))
                .isEqualTo("field: the address of … is wrong");
        assertThat(shown("the event is over", "an event that nobody will ever forget"))
                .isEqualTo("field: the event is over");
        assertThat(shown("must begin with https", "https://desk.example.org/book"))
                .isEqualTo("field: must begin with https");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hélène Lefèvre|nobody is called helene lefevre here|field: nobody is called … here",
                "Lœtitia Bœuf|loetitia boeuf has booked|field: … has booked",
                "jean durand|j-durand, d u r a n d and du-rand are wrong|field: … and … are wrong",
                "ABC234|the code abc-234 is used|field: the code … is used",
                "12 rue de la vieille fontaine bleue|near the fontaine|field: near the …",
                "0612345678|call 0612, then 3456|field: call …, then …",
                "+33612345678|call 0612, then 3456|field: call …, then …",
            })
    void neitherAccentsNorSpacesMakeAnotherTextOfIt(String sent, String text, String shown) {
        assertThat(shown(text, sent)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jean_durand", "jeandurand", "jDurand", "durands", "users.jean_durand.email"})
    void aPathThatHoldsAPartOfANameIsNone(String path) {
        assertThat(ServerTexts.shown(Map.of(path, List.of("is wrong")), List.of("Jean Durand")))
                .isEqualTo("see errors() at ?");
    }

    @Test
    void aShortWordThatWasSentIsNotCutOutOfOthers() {
        assertThat(shown("the start of the art is not known", "art"))
                .isEqualTo("field: the start of the … is not known");
    }

    @Test
    void aPathThatRepeatsWhatWasSentIsNone() {
        assertThat(ServerTexts.shown(Map.of("canarine", List.of("is unknown")), List.of("Canarine")))
                .isEqualTo("see errors() at ?");
    }

    @Test
    void noControlCharacterIsShown() {
        assertThat(shown("one\r\n2026 WARN forged\u0000\u001b[31mred\u2028line \u202eback"))
                .matches("[\\p{L}\\p{N}\\p{Punct} …]+");
    }

    @Test
    void aTextAboutTheWholeCallNeedsNoPath() {
        assertThat(ServerTexts.shown(Map.of("global", List.of("no")), List.of()))
                .isEqualTo("no");
        assertThat(ServerTexts.shown(Map.of("global", List.of("Canarine")), List.of()))
                .isEqualTo("see errors() at global");
    }

    @Test
    void longTextsAndManyFieldsAreCutShort() {
        Map<String, List<String>> errors = new TreeMap<>();
        for (int i = 0; i < 50; i++) {
            errors.put("dates." + i, Collections.nCopies(50, "too long ".repeat(1_000)));
        }

        assertThat(ServerTexts.shown(errors, List.of()))
                .hasSizeLessThan(1_100)
                .contains("dates.1: too long too long")
                .endsWith(" and 40 more");
    }

    private static String shown(String text, String... sent) {
        return ServerTexts.shown(Map.of("field", List.of(text)), List.of(sent));
    }
}
