package fr.passerelle.season.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.passerelle.commandline.Console;
import fr.passerelle.commandline.Texts;
import fr.passerelle.contract.SharedFolder;
import fr.passerelle.sandbox.Sandbox;
import fr.passerelle.season.Main;
import fr.passerelle.season.agenda.AgendaEntry;
import fr.passerelle.season.agenda.AgendaFile;
import fr.passerelle.season.agenda.ListingReader;
import fr.passerelle.season.agenda.Schedule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {

    private static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    private Summary play(List<AgendaEntry> agenda) {
        PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);
        try (Sandbox sandbox = Sandbox.start()) {
            return new Demo(sandbox, folder, new Console(out, false), Texts.in(Locale.ENGLISH, Main.TEXTS), NOW)
                    .play(agenda);
        }
    }

    private String output() {
        return written.toString(StandardCharsets.UTF_8);
    }

    private static List<AgendaEntry> agenda(InputStream export) throws IOException {
        ListingReader reader = new ListingReader(new Schedule(NOW, true));
        List<AgendaEntry> entries = new ArrayList<>();
        try (AgendaFile file = AgendaFile.open(export)) {
            for (Optional<JsonNode> record = file.next(); record.isPresent(); record = file.next()) {
                entries.add(reader.read(record.get()));
            }
        }
        return entries;
    }

    private static List<AgendaEntry> shipped() throws IOException {
        try (InputStream export = Objects.requireNonNull(ListingReader.class.getResourceAsStream("demo-agenda.json"))) {
            return agenda(export);
        }
    }

    @Test
    void playsTheWholeStory() throws IOException {
        Summary summary = play(shipped());
        assertThat(summary.offers()).isEqualTo(9);
        assertThat(summary.recordsRefused()).isEqualTo(3);
        assertThat(summary.dates()).isEqualTo(28);
        assertThat(summary.places()).isEqualTo(28 * 20);
        assertThat(summary.venues()).isEqualTo(5);
        assertThat(summary.bookings()).isEqualTo(6);
        assertThat(summary.cancelled()).isEqualTo(1);
        assertThat(summary.bookingsRefused()).isEqualTo(1);
        assertThat(summary.admissions()).isEqualTo(8);
        assertThat(summary.scansRefused()).isEqualTo(3);
    }

    @Test
    void changesTheProgrammeOvernightWithFewCalls() throws IOException {
        play(shipped());
        assertThat(output())
                .containsSubsequence(
                        "3. Overnight: the agenda moves a performance",
                        "2 dates added",
                        "withdrawn, nobody has booked it",
                        "8 records as before, compared in 14 reads; the change takes 5 calls.",
                        "4. The evening");
    }

    @Test
    void goesOnWithoutANetwork() throws IOException {
        play(shipped());
        assertThat(output())
                .containsSubsequence(
                        "5. Another evening: the network fails at 20:02",
                        "20:02  The network is gone.",
                        "20:03  The other one, without a network",
                        "20:25  The network is back.",
                        "A conflict: for another date",
                        "20:30  Curtain: 6 people are in, 0 tickets are still to be sent.",
                        "6. The season so far");
    }

    /** What the README shows of it stands there, line by line, in that order. */
    @Test
    void printsWhatTheReadmeShows() throws IOException {
        play(shipped());
        String readme = Files.readString(Path.of("..", "..", "README.md"));
        String shown = readme.substring(readme.indexOf("```text\n") + 8);
        List<String> lines = shown.substring(0, shown.indexOf("```"))
                .lines()
                .filter(line -> !line.isBlank() && !line.strip().equals("…"))
                .toList();

        assertThat(lines).hasSizeGreaterThan(10);
        assertThat(output()).containsSubsequence(lines);
    }

    @Test
    void countsTheCreditThatIsGone() throws IOException {
        Summary summary = play(shipped());
        long left = output().lines()
                .filter(line -> line.matches("  \\S+ has [\\d.]+ € left"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
        assertThat(4 * 30_000 - left)
                .isPositive()
                .isEqualTo(summary.creditSpent().cents());
    }

    @Test
    void showsEveryCreditBeforeAndAfter() throws IOException {
        play(shipped());
        assertThat(output().lines()
                        .filter(line -> line.matches(
                                "  \\S+: 300\\.00 € before, [\\d.]+ € after; for digital offers 100\\.00 € before,"
                                        + " 100\\.00 € after")))
                .hasSize(4);
    }

    @Test
    void admitsByCountermarkAndByBarcodeAndNobodyTwice() throws IOException {
        play(shipped());
        assertThat(output())
                .contains("admitted by countermark")
                .contains("admitted by barcode")
                .contains("refused: this countermark is used or cancelled")
                .contains("refused: this ticket has come in already")
                .contains("refused: this ticket is void");
    }

    @Test
    void showsNoCountermarkNoKeyAndNoControlCharacter() throws IOException {
        play(shipped());
        assertThat(output())
                .doesNotContainPattern("\\b[A-HJ-NP-Z2-7]{6}\\b")
                .doesNotContainPattern("[0-9a-f]{40}")
                .doesNotContainPattern("[\\p{Cc}&&[^\\n\\r]]");
    }

    @Test
    void digestsARealExport() throws IOException {
        try (InputStream export = Files.newInputStream(SharedFolder.need("data/openagenda-paris-2018.json"))) {
            Summary summary = play(agenda(export));
            assertThat(summary.offers() + summary.recordsRefused()).isEqualTo(100);
            assertThat(summary.offers()).isEqualTo(32);
            assertThat(summary.admissions()).isPositive();
        }
    }

    @Test
    void hasNothingToSellWhenEverythingIsRefused() {
        Summary summary = play(List.of());
        assertThat(summary.offers()).isZero();
        assertThat(output()).contains("Nothing is on sale");
    }
}
