package fr.passerelle.season;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.commandline.CtrlC;
import fr.passerelle.commandline.vendor.ApiKey;
import fr.passerelle.http.Environment;
import fr.passerelle.model.offer.Event;
import fr.passerelle.model.offer.EventFilter;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.ratelimit.RateLimiter;
import fr.passerelle.sandbox.Sandbox;
import fr.passerelle.sandbox.SandboxProvider;
import fr.passerelle.sandbox.SandboxVenue;
import fr.passerelle.sandbox.traffic.Effect;
import fr.passerelle.sandbox.traffic.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C while an agenda is being published, in a process of its own. */
@Timeout(120)
@DisabledOnOs(OS.WINDOWS)
class InterruptedPublishTest {

    private static final int EVENTS = 25;

    @TempDir
    private Path folder;

    private final Sandbox sandbox = Sandbox.start();
    private final SandboxProvider vendor = sandbox.provider();
    private final SandboxVenue venue = sandbox.linkedVenue(vendor);

    @AfterEach
    void close() {
        sandbox.close();
    }

    private Path agenda() throws IOException {
        Instant evening = Instant.now()
                .truncatedTo(ChronoUnit.DAYS)
                .plus(Duration.ofDays(60))
                .plusSeconds(18 * 3600);
        String records = IntStream.range(0, EVENTS)
                .mapToObj(
                        i -> """
                        {"uid": "%d", "title": "Visite guidée %d", "conditions": "8 €", "postalcode": "69001",
                         "timetable": "%s"}""".formatted(i, i, evening.atZone(ZoneOffset.UTC).toOffsetDateTime()))
                .collect(Collectors.joining(","));
        return Files.writeString(folder.resolve("agenda.json"), "[" + records + "]");
    }

    private Process publish(Path agenda, Path output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "publish",
                "--lang",
                "en",
                "--file",
                agenda.toString(),
                "--base-url",
                sandbox.baseUrl().toString(),
                "--siret",
                venue.siret(),
                "--memory",
                folder.resolve("memory").toString(),
                "--yes");
        builder.environment().put(ApiKey.VARIABLE, vendor.apiKey());
        return builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    }

    private long writes() {
        return sandbox.journal().entries().stream()
                .filter(entry -> entry.method().equals("POST"))
                .count();
    }

    private List<Event> events() {
        try (PassCultureClient client = PassCultureClient.builder()
                .apiKey(vendor.apiKey())
                .environment(new Environment(sandbox.baseUrl()))
                .rateLimiter(RateLimiter.unlimited())
                .build()) {
            return client.events().list(EventFilter.all()).stream()
                    .filter(event ->
                            !client.events().dates(event.id()).list().toList().isEmpty())
                    .toList();
        }
    }

    @Test
    void ctrlCFinishesTheChangeUnderWayAndTellsTheRest() throws Exception {
        Path agenda = agenda();
        Path output = folder.resolve("output.txt");
        sandbox.quota(null);
        sandbox.faults()
                .add(Fault.next(new Effect.Delay(Duration.ofMillis(200)))
                        .on("POST", "/public")
                        .always());
        Process process = publish(agenda, output);
        boolean ended = false;
        while (!ended && writes() < 4) {
            ended = process.waitFor(20, TimeUnit.MILLISECONDS);
        }

        String told = CtrlC.interrupt(process, output);

        assertThat(told).contains("not done; run it again").doesNotContain("not known whether", vendor.apiKey());
        long notDone = told.lines()
                .filter(line -> line.contains("not done; run it again"))
                .count();
        int done = events().size();
        assertThat(done).isPositive().isLessThan(EVENTS);
        // An event and its date are two changes.
        assertThat(notDone).isBetween(2L * (EVENTS - done) - 1, 2L * (EVENTS - done));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("agenda.json", "output.txt", "memory");
        }

        sandbox.faults().clear();
        Process again = publish(agenda, output);
        assertThat(again.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(again.exitValue()).isZero();
        assertThat(events()).hasSize(EVENTS);
    }
}
