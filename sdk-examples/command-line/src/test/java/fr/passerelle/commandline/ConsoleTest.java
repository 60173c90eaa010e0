package fr.passerelle.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleTest {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    private Console console(boolean terminal) {
        return new Console(new PrintStream(written, true, StandardCharsets.UTF_8), terminal);
    }

    private List<String> lines() {
        return written.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void alignsNumbersOnTheRight() {
        console(false).table(List.of(List.of("Lieux", "5"), List.of("Réservations", "120")));
        assertThat(lines()).containsExactly("  Lieux           5", "  Réservations  120");
    }

    @Test
    void alignsWhatIsSaidOfLongAndShortTitles() {
        Console console = console(false);
        console.item('+', "Un titre", "a");
        console.item('+', "Un très long titre ".repeat(5), "b");
        assertThat(lines()).extracting(String::length).containsExactly(53, 53);
    }

    @Test
    void showsPassingLinesOnlyToWhomWatches() {
        console(false).passing("une ligne qui passe");
        assertThat(written.size()).isZero();

        Console watched = console(true);
        watched.passing("une ligne qui passe");
        watched.line("une ligne qui reste");
        assertThat(written.toString(StandardCharsets.UTF_8))
                .startsWith("\r  une ligne qui passe")
                .endsWith("\r  une ligne qui reste" + System.lineSeparator());
    }
}
