package fr.passerelle.season;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.commandline.CtrlC;
import fr.passerelle.commandline.vendor.ApiKey;
import fr.passerelle.http.Environment;
import fr.passerelle.model.offer.EventFilter;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.ratelimit.RateLimiter;
import fr.passerelle.sandbox.Sandbox;
import fr.passerelle.sandbox.SandboxProvider;
import fr.passerelle.sandbox.SandboxVenue;
import fr.passerelle.sandbox.traffic.Effect;
import fr.passerelle.sandbox.traffic.Fault;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C while a cinema's week is being sent, in a process of its own. */
@Timeout(120)
@DisabledOnOs(OS.WINDOWS)
class InterruptedCinemaTest {

    private static final int FILMS = 3;
    private static final int SESSIONS = 2;

    @TempDir
    private Path folder = Path.of("");

    private final Sandbox sandbox = Sandbox.start();
    private final SandboxProvider vendor = sandbox.provider();
    private final SandboxVenue venue = sandbox.linkedVenue(vendor);

    @BeforeEach
    void theCatalogueKnowsTheFilms() throws Exception {
        for (int film = 0; film < FILMS; film++) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "/sandbox/catalogue/films"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"name\":\"Un film\",\"visa\":%d}".formatted(WeekMaker.visa(film))))
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(request, BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(201);
        }
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private Process send(Path week, Path output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "cinema",
                "--lang",
                "en",
                "--file",
                week.toString(),
                "--base-url",
                sandbox.baseUrl().toString(),
                "--siret",
                venue.siret(),
                "--yes");
        builder.environment().put(ApiKey.VARIABLE, vendor.apiKey());
        return builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    }

    private boolean isSent() {
        return sandbox.journal().entries().stream()
                .anyMatch(entry -> entry.method().equals("PUT") && Objects.equals(entry.status(), 204));
    }

    private long sessions() {
        try (PassCultureClient client = PassCultureClient.builder()
                .apiKey(vendor.apiKey())
                .environment(new Environment(sandbox.baseUrl()))
                .rateLimiter(RateLimiter.unlimited())
                .build()) {
            return client.events().list(EventFilter.ofVenue(venue.id())).stream()
                    .mapToLong(event ->
                            client.events().dates(event.id()).list().stream().count())
                    .sum();
        }
    }

    @Test
    void ctrlCTellsThatTheSentFilmsWereNotWaitedForAndTheNextRunEndsTheSame() throws Exception {
        LocalDateTime from = LocalDateTime.now(ZoneOffset.UTC).plusDays(2).withHour(12);
        Path week = Files.writeString(folder.resolve("week.csv"), WeekMaker.csv(FILMS, SESSIONS, from));
        Path output = folder.resolve("output.txt");
        sandbox.quota(null);
        Process process = send(week, output);
        boolean ended = false;
        while (!ended && !isSent()) {
            ended = process.waitFor(20, TimeUnit.MILLISECONDS);
        }
        // Whoever looks after the sending waits for the response.
        sandbox.faults()
                .add(Fault.next(new Effect.Delay(Duration.ofSeconds(20)))
                        .on("GET", "/public")
                        .always());

        String told = CtrlC.interrupt(process, output);

        assertThat(told).doesNotContain("stays as it is", vendor.apiKey());
        assertThat(told.lines().filter(line -> line.contains("not known whether it is applied")))
                .hasSize(FILMS);

        sandbox.faults().clear();
        Process again = send(week, output);
        assertThat(again.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(again.exitValue())
                .as(Files.readString(output, StandardCharsets.UTF_8))
                .isZero();
        assertThat(sessions()).isEqualTo((long) FILMS * SESSIONS);
    }
}
