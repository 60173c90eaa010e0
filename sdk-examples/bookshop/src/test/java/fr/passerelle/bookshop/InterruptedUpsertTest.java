package fr.passerelle.bookshop;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.bookshop.file.Book;
import fr.passerelle.bookshop.file.BookMaker;
import fr.passerelle.commandline.CtrlC;
import fr.passerelle.commandline.vendor.ApiKey;
import fr.passerelle.http.Environment;
import fr.passerelle.model.offer.EanUpsert;
import fr.passerelle.model.value.Ean;
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
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C while a shop's file is being put on sale, in a process of its own. */
@Timeout(180)
@DisabledOnOs(OS.WINDOWS)
class InterruptedUpsertTest {

    /** Two thousand are under way at once, in calls of 500. */
    private static final int BOOKS = 2_600;

    private static final Duration SLOW = Duration.ofMillis(300);

    @TempDir
    private Path folder = Path.of("");

    private final Sandbox sandbox = Sandbox.start();
    private final SandboxProvider vendor = sandbox.provider();
    private final SandboxVenue shop = sandbox.linkedVenue(vendor);
    private final List<Book> books = new BookMaker(1).books(BOOKS).toList();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private Path file() throws IOException {
        StringBuilder csv = new StringBuilder("ean;prix;stock\n");
        for (Book book : books) {
            sandbox.catalogueProduct(book.ean(), "Un livre", "LIVRE_PAPIER", true);
            csv.append(book.ean()).append(";9,90 €;3\n");
        }
        return Files.writeString(folder.resolve("books.csv"), csv);
    }

    private Process upsert(Path file, Path output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "upsert",
                "--lang",
                "en",
                "--file",
                file.toString(),
                "--base-url",
                sandbox.baseUrl().toString(),
                "--siret",
                shop.siret(),
                "--memory",
                folder.resolve("memory").toString(),
                "--unpaced",
                "--yes");
        builder.environment().put(ApiKey.VARIABLE, vendor.apiKey());
        return builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    }

    private long upserts() {
        return sandbox.journal().entries().stream()
                .filter(entry -> entry.method().equals("POST"))
                .count();
    }

    private long onSale() {
        try (PassCultureClient client = PassCultureClient.builder()
                .apiKey(vendor.apiKey())
                .environment(new Environment(sandbox.baseUrl()))
                .rateLimiter(RateLimiter.unlimited())
                .build()) {
            long found = 0;
            List<Ean> eans = books.stream().map(book -> new Ean(book.ean())).toList();
            for (int from = 0; from < eans.size(); from += EanUpsert.MAX_EANS_READ) {
                List<Ean> some = eans.subList(from, Math.min(eans.size(), from + EanUpsert.MAX_EANS_READ));
                found += client.products().ean().byEan(shop.id(), some).size();
            }
            return found;
        }
    }

    private String interrupted(Process process, Path output) throws Exception {
        String told = CtrlC.interrupt(process, output);
        assertThat(told).doesNotContain("unwrit", vendor.apiKey());
        return told;
    }

    @Test
    void ctrlCEndsWithWhatIsUnderWayAndTheNextRunDoesTheRest() throws Exception {
        Path file = file();
        Path output = folder.resolve("output.txt");
        sandbox.quota(null);
        sandbox.faults()
                .add(Fault.next(new Effect.Delay(SLOW)).on("POST", "/public").always());
        Process process = upsert(file, output);
        boolean ended = false;
        while (!ended && upserts() < 2) {
            ended = process.waitFor(20, TimeUnit.MILLISECONDS);
        }

        String told = interrupted(process, output);

        assertThat(told).containsPattern("Applied +\\d");
        assertThat(onSale()).isBetween(500L, 2_000L);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(each -> each.getFileName().toString()))
                    .containsExactlyInAnyOrder("books.csv", "books-refused.csv", "output.txt", "memory", "memory.lock");
        }

        sandbox.faults().clear();
        runAgain(file, output);
    }

    @Test
    void whatIsSentAndNotSeenIsPendingAndWholeAfterTheNextRun() throws Exception {
        Path file = file();
        Path output = folder.resolve("output.txt");
        sandbox.quota(null);
        sandbox.faults()
                .add(Fault.next(new Effect.Delay(Duration.ofSeconds(20)))
                        .on("GET", "/public/offers/v1/products/ean")
                        .always());
        Process process = upsert(file, output);
        boolean ended = false;
        while (!ended && upserts() < 4) {
            ended = process.waitFor(20, TimeUnit.MILLISECONDS);
        }

        String told = interrupted(process, output);

        assertThat(told).containsPattern("Applied +0").containsPattern("Pending: not seen in the time allowed +2,000");
        assertThat(Files.readString(folder.resolve("books-refused.csv"))
                        .lines()
                        .filter(line -> line.contains("PENDING")))
                .hasSize(2_000);
        sandbox.faults().clear();
        runAgain(file, output);
    }

    private void runAgain(Path file, Path output) throws Exception {
        Process again = upsert(file, output);
        assertThat(again.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(again.exitValue()).as(Files.readString(output)).isZero();
        assertThat(onSale()).isEqualTo(BOOKS);
    }
}
