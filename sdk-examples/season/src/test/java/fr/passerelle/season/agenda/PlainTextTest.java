package fr.passerelle.season.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Olé &amp; Pichet                   | Olé & Pichet
            L&#39;&eacute;t&#xE9; &hellip;     | L'été …
            &amp;eacute;t&amp;eacute;          | été
            <b>Le</b> <i class="x">Cid</i>     | Le Cid
            &lt;p&gt;Le Cid&lt;/p&gt;          | Le Cid
            <script>alert(1)</script>Le Cid    | Le Cid
            I <3 Paris, 5 < 7                  | I <3 Paris, 5 < 7
            Le&nbsp;Cid  !                     | Le Cid !
            &unknown; &#0; &#x110000;          | &unknown; &#x110000;
            l&rsquo;&oelig;uvre &laquo;&nbsp;A&nbsp;&raquo; | l’œuvre « A »
            """)
    void cleans(String raw, String expected) {
        assertThat(PlainText.line(raw)).isEqualTo(expected);
    }

    @Test
    void dropsTerminalEscapesAndBrokenCharacters() {
        assertThat(PlainText.line("\u001b[31mrouge\u0000\ud800 \u202efin")).isEqualTo("[31mrouge fin");
    }

    @Test
    void keepsParagraphs() {
        assertThat(PlainText.paragraphs("<p>Un</p><p>Deux<br>Trois</p>\r\n\r\n\r\n\r\nQuatre"))
                .isEqualTo("Un\nDeux\nTrois\n\nQuatre");
    }

    @Test
    void shortensAfterAWord() {
        assertThat(PlainText.shortened("Une phrase qui dure trop longtemps", 20))
                .isEqualTo("Une phrase qui dure…");
    }

    @Test
    void neverCutsACharacterInTwo() {
        assertThat(PlainText.shortened("🎭🎭🎭🎭🎭", 6)).isEqualTo("🎭🎭…");
    }
}
