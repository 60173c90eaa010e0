package fr.passerelle.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {

    @Test
    void makesOneLineOfWhateverIsSaid() {
        assertThat(Printable.line("Titre\u001b[2J\r\nautre\u009b31m\u202egnp.exe\u0000"))
                .isEqualTo("Titre [2J  autre 31m gnp.exe ");
        assertThat(Printable.line("Été à l’Œuvre – 12 €, 東京 😀")).isEqualTo("Été à l’Œuvre – 12 €, 東京 😀");
    }

    @Test
    void letsAPageRunNothing() {
        assertThat(Printable.html("<b a='1' c=\"2\">&\u0000\u202e"))
                .isEqualTo("&lt;b a=&#39;1&#39; c=&quot;2&quot;&gt;&amp;  ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain – été € 東京 😀 Âœ â\u00a0x",
                "a\u001b[31m\u0007b\u007fc",
                "a\u009bb\u0085c",
                "a\u202ab\u202ec\u2066d\u2069e\u200ef\u2028g",
                "â\u20acé\u00e2\u0080"
            })
    void stopsControlCharactersBeforeATerminal(String text) throws IOException {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        PrintableStream stream = new PrintableStream(shown);
        stream.write(text.getBytes(StandardCharsets.UTF_8));
        stream.write('\n');
        stream.flush();

        assertThat(shown.toString(StandardCharsets.UTF_8)).isEqualTo(Printable.line(text) + "\n");
    }
}
