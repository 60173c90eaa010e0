package fr.passerelle.season.demo;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.commandline.Console;
import fr.passerelle.commandline.Texts;
import fr.passerelle.door.Conflict;
import fr.passerelle.door.DoorSyncReport;
import fr.passerelle.door.Settlement;
import fr.passerelle.sandbox.Sandbox;
import fr.passerelle.season.Main;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration of a network that fails at 20:02. */
class OfflineEveningTest {

    @Test
    void endsWithEverythingSentAndOneConflictTold(@TempDir Path folder) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        try (Sandbox sandbox = Sandbox.start()) {
            DoorSyncReport report = new OfflineEvening(
                            sandbox, folder, new Console(stream, false), Texts.in(Locale.ENGLISH, Main.TEXTS))
                    .play();

            assertThat(report.used()).isEqualTo(3);
            assertThat(report.conflicts()).extracting(Conflict::settlement).containsExactly(Settlement.NOT_TONIGHT);
            assertThat(report.complete()).isTrue();
        }
        List<String> lights = out.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.matches("  [+?-] .*"))
                .map(line -> line.substring(2, 3))
                .toList();
        assertThat(lights).containsExactly("+", "+", "+", "-", "+", "?", "+", "?", "+", "-");
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(
                        "20:02  The network is gone.",
                        "6 of 6 people",
                        "20:15  The list is there, too, 20 minutes old.");
    }
}
