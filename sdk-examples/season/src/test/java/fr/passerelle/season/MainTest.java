package fr.passerelle.season;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.commandline.ExitCode;
import fr.passerelle.commandline.Language;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.commandline.Texts;
import fr.passerelle.contract.CheckingProxy;
import fr.passerelle.sandbox.Sandbox;
import fr.passerelle.sandbox.SandboxProvider;
import fr.passerelle.sandbox.SandboxVenue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    private static final String AGENDA = """
            {"records": [
              {"fields": {"uid": "1", "title": "Le Cid", "tags": "conférence", "pricing_info": "8€",
                          "timetable": "2018-02-06T20:00:00 2018-02-06T21:30:00"}},
              {"fields": {"uid": "2", "title": "Bal", "pricing_info": "prix libre",
                          "timetable": "2018-02-06T20:00:00 2018-02-06T21:30:00"}}]}
            """;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder = Path.of("");

    private int run(Map<String, String> environment, String... arguments) {
        List<String> given = List.of(arguments);
        Surroundings surroundings = new Surroundings(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                Texts.in(Language.of(given, Locale.ENGLISH), Main.TEXTS),
                environment,
                Clock.systemUTC());
        return Main.run(surroundings, given);
    }

    private int publish(Sandbox sandbox, String siret, Map<String, String> environment, String... more)
            throws IOException {
        try (CheckingProxy programme = new CheckingProxy(sandbox.baseUrl())) {
            return publish(programme.baseUrl(), siret, environment, more);
        }
    }

    private int publish(URI baseUrl, String siret, Map<String, String> environment, String... more) throws IOException {
        Path agenda = Files.writeString(folder.resolve("agenda.json"), AGENDA);
        return run(
                environment,
                Stream.concat(
                                Stream.of(
                                        "publish",
                                        "--file",
                                        agenda.toString(),
                                        "--base-url",
                                        baseUrl.toString(),
                                        "--siret",
                                        siret),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private void assertOneLineOfComplaint(String words) {
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .contains(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "demo --help", "publish --help", "cinema --help", "serve --help"})
    void documentsExitCodes(String arguments) {
        assertThat(run(Map.of(), arguments.split(" ", -1))).isEqualTo(0);
        assertThat(out()).contains("Exit codes:").contains("wrong option").doesNotContain("null");
    }

    @Test
    void helpsInFrenchToo() {
        assertThat(run(Map.of(), "publish", "--help", "--lang", "fr")).isEqualTo(0);
        assertThat(out()).contains("Codes de sortie").contains("Publier vraiment");
    }

    @Test
    void tellsItsVersion() {
        assertThat(run(Map.of(), "--version")).isEqualTo(0);
        assertThat(out()).startsWith("Passerelle season");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "dance",
                "demo --colour",
                "demo --lang de",
                "publish",
                "serve --port x",
                "serve --port 70000",
                "publish --file a --base-url nowhere --siret 80000001000010",
                "publish --file a --base-url http://127.0.0.1 --siret 123",
                "publish --file a --base-url http://127.0.0.1 --siret 73282932000074 --places -1"
            })
    void responsesWrongUsageInOneLine(String arguments) {
        assertThat(run(Map.of(), arguments.isEmpty() ? new String[0] : arguments.split(" ", -1)))
                .isEqualTo(ExitCode.USAGE);
        assertOneLineOfComplaint("Error: ");
    }

    @Test
    void demonstratesTheShippedAgenda() {
        assertThat(run(Map.of(), "demo", "--lang", "fr")).isEqualTo(0);
        assertThat(out()).contains("Crédit dépensé").contains("9 fiches sur 12 publiées, 3 refusées.");
        assertThat(err.size()).isZero();
    }

    @Test
    void demonstratesWhatTheReadmeShows() throws IOException {
        String readme = Files.readString(Path.of("..", "..", "README.md"));
        String shown = readme.split("```text\n", -1)[1].split("```", -1)[0];

        assertThat(run(Map.of(), "demo")).isZero();
        assertThat(out().lines())
                .containsSubsequence(
                        shown.lines().filter(line -> !line.strip().equals("…")).toList());
    }

    @Test
    void saysThatAFileIsMissing() {
        assertThat(run(Map.of(), "demo", "--file", "no-such-file.json")).isEqualTo(ExitCode.FAILURE);
        assertOneLineOfComplaint("no-such-file.json does not exist");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[{\"uid\": 1}, {", "<html>", "[{}] ]", "[\"\u00ff"})
    void saysThatAFileIsNoAgenda(String content) throws IOException {
        Path file = Files.write(folder.resolve("broken.json"), content.getBytes(StandardCharsets.ISO_8859_1));
        int exitCode = run(Map.of(), "demo", "--file", file.toString());
        if (content.startsWith("[{}]")) {
            // What comes after the list is nobody's business.
            assertThat(exitCode).isZero();
        } else {
            assertThat(exitCode).isEqualTo(ExitCode.FAILURE);
            assertOneLineOfComplaint("broken.json ");
        }
    }

    @Test
    void previewsWithoutAKey() throws IOException {
        try (Sandbox sandbox = Sandbox.start()) {
            assertThat(publish(sandbox, "73282932000074", Map.of())).isEqualTo(ExitCode.SOME_REFUSED);
            assertThat(out()).contains("Nothing was sent").contains("price.pay-what-you-want");
        }
    }

    @Test
    void publishesOnlyWhenToldToAndOnlyOnce() throws IOException {
        try (Sandbox sandbox = Sandbox.start()) {
            SandboxProvider vendor = sandbox.provider();
            SandboxVenue venue = sandbox.linkedVenue(vendor);
            Map<String, String> environment = Map.of("PASSCULTURE_API_KEY", vendor.apiKey());

            assertThat(publish(sandbox, venue.siret(), environment)).isEqualTo(ExitCode.SOME_REFUSED);
            assertThat(publish(sandbox, venue.siret(), environment, "--yes")).isEqualTo(ExitCode.SOME_REFUSED);
            assertThat(out()).contains("Nothing was sent").doesNotContain("nothing to do");

            publish(sandbox, venue.siret(), environment, "--yes");
            assertThat(out()).contains("as the agenda has it, nothing to do").doesNotContain(vendor.apiKey());
        }
    }

    @Test
    void aSecondRunOfThePlanSendsNothing() throws IOException {
        try (Sandbox sandbox = Sandbox.start()) {
            SandboxProvider vendor = sandbox.provider();
            SandboxVenue venue = sandbox.linkedVenue(vendor);
            Map<String, String> environment = Map.of("PASSCULTURE_API_KEY", vendor.apiKey());
            publish(sandbox, venue.siret(), environment, "--yes");
            sandbox.journal().clear();

            publish(sandbox, venue.siret(), environment, "--yes");

            assertThat(sandbox.journal().entries())
                    .isNotEmpty()
                    .allMatch(entry -> entry.method().equals("GET"));
        }
    }

    @Test
    void readsTheKeyFromAFile() throws IOException {
        try (Sandbox sandbox = Sandbox.start()) {
            SandboxProvider vendor = sandbox.provider();
            Path key = Files.writeString(folder.resolve("key"), vendor.apiKey() + "\n");
            String siret = sandbox.linkedVenue(vendor).siret();
            assertThat(publish(sandbox, siret, Map.of(), "--api-key-file", key.toString(), "--yes"))
                    .isEqualTo(ExitCode.SOME_REFUSED);
            assertThat(out()).contains("Done");
        }
    }

    @Test
    void refusesPastEventsWhenTheyMayNotMove() throws IOException {
        try (Sandbox sandbox = Sandbox.start()) {
            publish(sandbox, "73282932000074", Map.of(), "--no-shift");
            assertThat(out()).contains("dates.all-past");
        }
    }

    @Test
    void saysThatTheKeyIsNotKnown() throws IOException {
        try (Sandbox sandbox = Sandbox.start()) {
            assertThat(publish(sandbox, "73282932000074", Map.of("PASSCULTURE_API_KEY", "nobody"), "--yes"))
                    .isEqualTo(ExitCode.FAILURE);
            assertOneLineOfComplaint("does not know this API key");
        }
    }

    @Test
    void saysThatAKeyIsNeeded() throws IOException {
        try (Sandbox sandbox = Sandbox.start()) {
            assertThat(publish(sandbox, "73282932000074", Map.of(), "--yes")).isEqualTo(ExitCode.FAILURE);
            assertOneLineOfComplaint("PASSCULTURE_API_KEY");
        }
    }

    @Test
    void saysThatTheVenueIsNotKnown() throws IOException {
        try (Sandbox sandbox = Sandbox.start()) {
            Map<String, String> environment =
                    Map.of("PASSCULTURE_API_KEY", sandbox.provider().apiKey());
            assertThat(publish(sandbox, "73282932000074", environment, "--yes")).isEqualTo(ExitCode.FAILURE);
            assertOneLineOfComplaint("73282932000074");
        }
    }

    @Test
    void saysThatNobodyResponses() throws IOException {
        URI gone;
        try (Sandbox sandbox = Sandbox.start()) {
            gone = sandbox.baseUrl();
        }
        assertThat(publish(gone, "73282932000074", Map.of("PASSCULTURE_API_KEY", "a-key"), "--yes"))
                .isEqualTo(ExitCode.FAILURE);
        assertOneLineOfComplaint("no response");
    }

    @Test
    void saysThatThePortIsTaken() {
        try (Sandbox sandbox = Sandbox.start()) {
            String port = String.valueOf(sandbox.baseUrl().getPort());
            assertThat(run(Map.of(), "serve", "--port", port)).isEqualTo(ExitCode.FAILURE);
            assertOneLineOfComplaint(port);
        }
    }

    @Test
    void aProgrammeWhoseKeysReachNobodyEnds() {
        OutputStream fullDisk = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space left");
            }
        };
        Surroundings surroundings = new Surroundings(
                new PrintStream(fullDisk, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                Texts.in(Locale.ENGLISH, Main.TEXTS),
                Map.of(),
                Clock.systemUTC());
        assertThat(Main.run(surroundings, List.of("serve", "--port", "0"))).isEqualTo(ExitCode.FAILURE);
        assertOneLineOfComplaint("not all of the output");
    }
}
