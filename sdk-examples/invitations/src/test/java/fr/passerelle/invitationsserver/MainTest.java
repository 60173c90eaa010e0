package fr.passerelle.invitationsserver;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.commandline.Bundles;
import fr.passerelle.commandline.Language;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.commandline.Texts;
import fr.passerelle.invitationsserver.programme.PublishedDraw;
import fr.passerelle.model.invitation.Wish;
import fr.passerelle.model.invitation.draw.DrawInput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands as somebody types them. */
class MainTest {

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    @TempDir
    private Path folder = Path.of("");

    private int run(Map<String, String> environment, String... arguments) {
        List<String> given = List.of(arguments);
        PrintStream stream = new PrintStream(output, true, StandardCharsets.UTF_8);
        Texts texts = Texts.in(Language.of(given, Locale.ENGLISH), Main.TEXTS);
        return Main.run(new Surroundings(stream, stream, false, texts, environment, Clock.systemUTC()), given);
    }

    private String text() {
        return output.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aSeasonPassesInAMinute() {
        assertThat(run(Map.of(), "demo", "--lang=en")).isZero();

        assertThat(text())
                .contains(
                        "60 sessions near Lyon, Marseille and Saint-Denis, 720 places",
                        "made again it is the same to the last byte",
                        "Booked: 10 vouchers, and nobody’s name.",
                        "3 places given back, 3 of them to the structure that waits",
                        "6 people come in with a signed code; a forged one is refused: FORGED",
                        "its 6 entries, twice: 6 people came in")
                .containsPattern("Exempt tickets of that evening +10\n")
                .doesNotContain("Exception", "pinv_");
    }

    @Test
    void aDrawIsMadeAgainFromAFile() throws Exception {
        UUID lot = new UUID(0, 1);
        DrawInput input = new DrawInput(
                new UUID(0, 9),
                100,
                10,
                List.of(new DrawInput.Lot(lot, 6)),
                List.of(
                        new DrawInput.Entrant(new UUID(0, 2), 30, 0, List.of(new Wish(lot, 4, 6))),
                        new DrawInput.Entrant(new UUID(0, 3), 80, 50, List.of(new Wish(lot, 4, 6)))));
        PublishedDraw published = new PublishedDraw("00".repeat(16), "1 2 3", input);
        Path call = Files.writeString(folder.resolve("call.json"), published.json());
        String log = published.replay().log();
        Path same = Files.writeString(folder.resolve("draw.log"), log);
        Path other = Files.writeString(folder.resolve("other.log"), log.replace("give 1", "give 2"));

        assertThat(run(Map.of(), "replay", call.toString())).isZero();
        assertThat(text()).isEqualTo(log);
        assertThat(run(Map.of(), "replay", call.toString(), "--log=" + same)).isZero();
        assertThat(run(Map.of(), "replay", call.toString(), "--log=" + other)).isEqualTo(1);
        assertThat(text()).contains("The same to the last byte", "Not the same: line 9 differs.");
        assertThat(run(Map.of(), "replay", folder.resolve("none").toString())).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {                                          | not one JSON document
            {"secret":"5a"}                            | publicValue
            {"secret":"no","publicValue":"","input":{}}| input
            """)
    void aFileThatWasNeverPublishedIsToldWithWhatIsWrong(String json, String why) throws IOException {
        Path file = Files.writeString(folder.resolve("call.json"), json);

        assertThat(run(Map.of(), "replay", file.toString())).isEqualTo(2);

        assertThat(text())
                .contains("call.json is not what is published of a draw", why)
                .doesNotContain("Exception");
    }

    @Test
    void aLostKeyIsReplacedByWhoeverHasTheDatabase() {
        String database = "--database=jdbc:h2:" + folder.resolve("office");

        assertThat(run(Map.of(), "key", database)).isZero();
        assertThat(run(Map.of(), "key", database)).isZero();

        assertThat(text().lines())
                .hasSize(2)
                .allMatch(line -> line.contains("pinv_"))
                .doesNotHaveDuplicates();
    }

    @Test
    void aFirstStartOnAPortThatIsTakenMakesNoProgrammeWhoseKeyNobodyWasTold() throws IOException {
        String database = "--database=jdbc:h2:" + folder.resolve("office");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(run(Map.of(), "serve", database, "--port=" + taken.getLocalPort()))
                    .isEqualTo(1);
        }

        assertThat(text()).contains("cannot listen on port").doesNotContain("pinv_");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    @Timeout(60)
    void aServerWhoseKeyCannotBeToldEnds() {
        PrintStream full = new PrintStream(OutputStream.nullOutputStream()) {
            @Override
            public boolean checkError() {
                return true;
            }
        };
        Texts texts = Texts.in(Locale.ENGLISH, Main.TEXTS);
        List<String> serve = List.of("serve", "--port=0", "--database=jdbc:h2:mem:" + UUID.randomUUID());

        assertThat(Main.run(new Surroundings(full, full, false, texts, Map.of(), Clock.systemUTC()), serve))
                .isEqualTo(1);
    }

    @Test
    void figuresAndDeclarationsNeedAKey() {
        assertThat(run(Map.of(), "figures", "--from=2026-Q1", "--to=2026-Q1")).isEqualTo(1);
        assertThat(run(Map.of(), "sibil", UUID.randomUUID().toString(), "--domain=1"))
                .isEqualTo(1);
        assertThat(run(Map.of(), "figures", "--from=spring", "--to=2026-Q1")).isEqualTo(2);

        assertThat(text().lines()).hasSize(3);
        assertThat(text()).contains("INVITATIONS_API_KEY must hold the key.", "spring is no quarter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "nonsense", "jdbc:mariadb://localhost/x", "jdbc:h2:mem:x;NO_SUCH=1", "jdbc:h2:/dev/null/x"})
    void endsInOneLineWhateverTheDatabaseIsCalled(String url) {
        assertThat(run(Map.of(), "key", "--database=" + url)).isBetween(1, 2);

        assertThat(text().lines()).singleElement().asString().doesNotContain("\tat ");
    }

    @Test
    void speaksBothLanguages() {
        for (String command : List.of("serve", "key", "demo", "replay", "figures", "sibil")) {
            assertThat(run(Map.of(), command, "--help", "--lang=fr")).isZero();
            assertThat(run(Map.of(), command, "--help", "--lang=en")).isZero();
        }
        Bundles.assertWellKept(Main.TEXTS);
    }
}
