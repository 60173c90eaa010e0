package fr.passerelle.bookshop;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.bookshop.file.BookMaker;
import fr.passerelle.commandline.PackagedJar;
import fr.passerelle.commandline.PackagedJar.Run;
import fr.passerelle.commandline.vendor.ApiKey;
import fr.passerelle.sandbox.Sandbox;
import fr.passerelle.sandbox.SandboxProvider;
import fr.passerelle.sandbox.SandboxVenue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged {@code bookshop.jar} as a newcomer runs it: a process of its own, with the heap of a small machine. */
@Timeout(300)
class BookshopJarIT {

    private static final PackagedJar JAR = new PackagedJar("bookshop.jar", "-Xmx64m");
    private static final int ROWS = 50_000;

    @TempDir
    private Path folder = Path.of("");

    private static Run bookshop(String apiKey, String... arguments) throws IOException, InterruptedException {
        return JAR.run(Map.of(ApiKey.VARIABLE, apiKey), arguments);
    }

    @Test
    void theDemonstrationRunsToItsTable() throws Exception {
        Run demo = bookshop("", "demo", "--lang", "en");

        assertThat(demo.output()).containsPattern("Applied +940\n").doesNotContain("Exception", "\tat ");
        assertThat(demo.exit()).isZero();
    }

    @Test
    void fiftyThousandRowsPassThroughASmallHeap() throws Exception {
        Path file = folder.resolve("books.csv");
        Run made = bookshop("", "make-csv", "--rows", String.valueOf(ROWS), "-o", file.toString());
        assertThat(made.exit()).isZero();
        try (Sandbox sandbox = Sandbox.start()) {
            SandboxProvider vendor = sandbox.provider();
            SandboxVenue shop = sandbox.linkedVenue(vendor);
            new BookMaker(1)
                    .books(ROWS)
                    .skip(10)
                    .forEach(book -> sandbox.catalogueProduct(book.ean(), book.title(), "LIVRE_PAPIER", true));

            Run run = bookshop(
                    vendor.apiKey(),
                    "upsert",
                    "--lang=en",
                    "--unpaced",
                    "--yes",
                    "--file=" + file,
                    "--base-url=" + sandbox.baseUrl(),
                    "--siret=" + shop.siret());

            assertThat(run.output())
                    .containsPattern("Applied +49,990\n")
                    .containsPattern("EAN unknown to the programme +10\n")
                    .doesNotContain("Exception", "\tat ", vendor.apiKey());
            assertThat(run.exit()).isEqualTo(3);
        }
    }
}
