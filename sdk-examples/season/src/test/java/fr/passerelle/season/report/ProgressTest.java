package fr.passerelle.season.report;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.commandline.Console;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    private Console console(boolean terminal) {
        return new Console(new PrintStream(written, true, StandardCharsets.UTF_8), terminal);
    }

    @Test
    void showsNoBarWhereNobodyWatches() {
        try (Progress progress = new Progress(console(false), 3)) {
            progress.show();
            progress.step();
        }
        assertThat(written.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void takesTheBarAwayBeforeALine() {
        Console console = console(true);
        try (Progress progress = new Progress(console, 2)) {
            progress.step();
            console.line("une ligne");
        }
        assertThat(written.toString(StandardCharsets.UTF_8))
                .startsWith("\r  [███████████████░░░░░░░░░░░░░░░] 1/2")
                .endsWith("\r  une ligne" + System.lineSeparator());
    }
}
