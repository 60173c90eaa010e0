package fr.passerelle.boxoffice.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.boxoffice.Main;
import fr.passerelle.commandline.Programme;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.commandline.Texts;
import fr.passerelle.commandline.vendor.ApiKey;
import fr.passerelle.commandline.vendor.ClientFailures;
import fr.passerelle.sandbox.Sandbox;
import fr.passerelle.sandbox.SandboxProvider;
import fr.passerelle.sandbox.SandboxVenue;
import fr.passerelle.sandbox.traffic.Effect;
import fr.passerelle.sandbox.traffic.Fault;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command, from its options to its page. */
@Timeout(60)
class DoorCommandTest {

    private static final String SECRET = "a secret of thirty-two bytes, or";

    @TempDir
    Path folder;

    private volatile CountDownLatch stop = new CountDownLatch(1);
    private volatile CompletableFuture<String> ready = new CompletableFuture<>();

    /** Tells the address as soon as the command has said it. */
    private final ByteArrayOutputStream output = new ByteArrayOutputStream() {
        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            super.write(bytes, from, length);
            String said = toString(StandardCharsets.UTF_8);
            int at = said.indexOf("http://127.0.0.1");
            if (at >= 0 && said.endsWith("\n")) {
                ready.complete(said.substring(at).strip());
            }
        }
    };

    private int run(Map<String, String> environment, String... arguments) {
        PrintStream stream = new PrintStream(output, true, StandardCharsets.UTF_8);
        Texts texts = Texts.in(Locale.ENGLISH, Main.TEXTS);
        Surroundings surroundings = new Surroundings(stream, stream, false, texts, environment, Clock.systemUTC());
        return new Programme(surroundings, failure -> ClientFailures.told(failure, texts))
                .run(List.of(arguments), "box-office", new DoorCommand(surroundings, stop));
    }

    @Test
    void opensThePageOfAVenue() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            SandboxProvider account = sandbox.provider();
            SandboxVenue hall = sandbox.linkedVenue(account);
            CompletableFuture<Integer> exit = start(sandbox, account, hall);

            String page = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(ready.get())).build(), BodyHandlers.ofString())
                    .body();

            assertThat(page).contains("<html lang=\"en\">");
            stop.countDown();
            assertThat(exit.get()).isZero();
        }
    }

    /** The programme cannot be reached: the venue and its list are those of before, and the page says how old it is. */
    @Test
    void isRestartedWithoutANetwork() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            SandboxProvider account = sandbox.provider();
            SandboxVenue hall = sandbox.linkedVenue(account);
            CompletableFuture<Integer> exit = start(sandbox, account, hall);
            while (!state().has("age")) {
                Thread.onSpinWait(); // until the first list is read
            }
            stop.countDown();
            assertThat(exit.get()).isZero();
            output.reset();
            ready = new CompletableFuture<>();
            stop = new CountDownLatch(1);
            sandbox.faults().add(new Fault(null, "/public", null, null, 0, new Effect.Refuse()));

            CompletableFuture<Integer> again = start(sandbox, account, hall);

            assertThat(state().path("age").isNumber()).isTrue();
            assertThat(state().path("listOf").asText()).isNotBlank();
            stop.countDown();
            assertThat(again.get()).isZero();
        }
    }

    /** What is kept for a restart without a network is no reason to turn people away now. */
    @Test
    void opensAlthoughTheVenueCannotBeKept() throws Exception {
        Files.createDirectory(folder.resolve("evening.door.venue"));
        try (Sandbox sandbox = Sandbox.start()) {
            SandboxProvider account = sandbox.provider();
            CompletableFuture<Integer> exit = start(sandbox, account, sandbox.linkedVenue(account));

            assertThat(state().has("pending")).isTrue();

            stop.countDown();
            assertThat(exit.get()).isZero();
            assertThat(output.toString(StandardCharsets.UTF_8)).contains("cannot be kept", "evening.door.venue");
        }
    }

    @Test
    void makesFilesThatItsUserAloneCanRead() throws Exception {
        Assumptions.assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        startedOnce();

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files)
                    .hasSize(3)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .as("%s", file)
                            .isEqualTo("rw-------"));
        }
    }

    /** Opens the page, waits for the first list, and stops. */
    private void startedOnce() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            SandboxProvider account = sandbox.provider();
            CompletableFuture<Integer> exit = start(sandbox, account, sandbox.linkedVenue(account));
            while (!state().has("age")) {
                Thread.onSpinWait(); // until the first list is read
            }
            stop.countDown();
            assertThat(exit.get()).isZero();
        }
    }

    private JsonNode state() throws Exception {
        HttpRequest question = HttpRequest.newBuilder(URI.create(ready.get()).resolve("/state"))
                .header("Content-Type", "application/json")
                .header("X-Door", "1")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        return new ObjectMapper()
                .readTree(HttpClient.newHttpClient()
                        .send(question, BodyHandlers.ofString())
                        .body());
    }

    private CompletableFuture<Integer> start(Sandbox sandbox, SandboxProvider account, SandboxVenue hall) {
        return CompletableFuture.supplyAsync(() -> run(
                Map.of(ApiKey.VARIABLE, account.apiKey(), DoorCommand.SECRET, SECRET),
                "door",
                "--port=0",
                "--journal=" + folder.resolve("evening.door"),
                "--siret=" + hall.siret(),
                "--base-url=" + sandbox.baseUrl()));
    }

    @Test
    void needsASecretAndAJournal() {
        String[] command = {
            "door", "--journal=" + folder, "--siret=85331845900049", "--base-url=http://127.0.0.1:1", "--event=1"
        };

        assertThat(run(Map.of(ApiKey.VARIABLE, "x"), command)).isEqualTo(1);
        assertThat(run(Map.of(ApiKey.VARIABLE, "x", DoorCommand.SECRET, SECRET), command))
                .isEqualTo(1);

        List<String> lines = output.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(2).noneMatch(line -> line.contains("Exception"));
        assertThat(lines.get(0)).contains(DoorCommand.SECRET, "32");
        assertThat(lines.get(1)).contains("journal");
    }
}
