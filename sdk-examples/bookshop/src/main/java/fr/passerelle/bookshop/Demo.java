package fr.passerelle.bookshop;

import fr.passerelle.bookshop.file.Book;
import fr.passerelle.bookshop.file.BookMaker;
import fr.passerelle.bookshop.report.Pass;
import fr.passerelle.catalogue.ProductMemory;
import fr.passerelle.commandline.Console;
import fr.passerelle.commandline.FailedException;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.commandline.Texts;
import fr.passerelle.http.Environment;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.passculture.Polling;
import fr.passerelle.ratelimit.RateLimiter;
import fr.passerelle.sandbox.Sandbox;
import fr.passerelle.sandbox.SandboxProvider;
import fr.passerelle.sandbox.SandboxVenue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;

/**
 * A shop whose file is not perfect, on a programme that does not know all of its books: of every 50 books one is
 * unknown, one is a film and one is not for the young, and three rows were mistyped.
 */
final class Demo {

    private static final int UNKNOWN = 7;
    private static final int NOT_ALLOWED = 17;
    private static final int NOT_COMPLIANT = 27;
    private static final int PERIOD = 50;

    private static final List<String> MISTYPED = List.of(
            "9782070368229,\"Check digit, mistyped\",8.50,4",
            "9782070360024,Too dear,412.00,1",
            "9782070612758,\"Less \"\"than\"\" none\",6.90,-2");

    /** The sandbox works at once: there is no need to wait as long as for the real programme. */
    private static final Polling POLLING = new Polling(Duration.ofMillis(100), Duration.ofMinutes(1));

    private final Sandbox sandbox;
    private final Surroundings surroundings;
    private final long rows;
    private final BookMaker maker;

    Demo(Sandbox sandbox, Surroundings surroundings, long rows, long seed) {
        this.sandbox = sandbox;
        this.surroundings = surroundings;
        this.rows = rows;
        this.maker = new BookMaker(seed);
    }

    void play() {
        Texts texts = surroundings.texts();
        try {
            Path folder = Files.createTempDirectory("bookshop");
            Path file = folder.resolve("books.csv");
            Inventory inventory = new Inventory(file, Inventory.refusedBeside(file), null);
            try {
                write(file);
                fillCatalogue();
                sell(inventory);
            } finally {
                Files.deleteIfExists(inventory.file());
                Files.deleteIfExists(inventory.refused());
                Files.deleteIfExists(folder);
            }
        } catch (IOException full) {
            throw new FailedException(texts.of("file.temporary"));
        }
    }

    private void write(Path file) throws IOException {
        maker.write(rows, file, done -> {});
        Files.write(file, MISTYPED, StandardOpenOption.APPEND);
    }

    private void fillCatalogue() {
        for (long i = 0; i < rows; i++) {
            Book book = maker.book(i);
            int place = Math.toIntExact(i % PERIOD);
            if (place != UNKNOWN) {
                String category = place == NOT_ALLOWED ? "SUPPORT_PHYSIQUE_FILM" : "LIVRE_PAPIER";
                sandbox.catalogueProduct(book.ean(), book.title(), category, place != NOT_COMPLIANT);
            }
        }
    }

    private void sell(Inventory inventory) {
        Texts texts = surroundings.texts();
        Console console = surroundings.console();
        SandboxProvider vendor = sandbox.provider();
        SandboxVenue shop = sandbox.linkedVenue(vendor);
        console.heading(texts.of("demo.title"));
        console.line(texts.of("demo.sandbox", sandbox.baseUrl()));
        console.line(texts.of("demo.file", texts.number(rows + MISTYPED.size()), texts.number(MISTYPED.size())));
        console.line(texts.of("demo.catalogue", PERIOD));
        console.line(texts.of("upsert.dates"));
        console.heading(texts.of("demo.troubles"));
        try (PassCultureClient client = PassCultureClient.builder()
                .apiKey(vendor.apiKey())
                .environment(new Environment(sandbox.baseUrl()))
                .rateLimiter(RateLimiter.unlimited())
                .build()) {
            inventory.run(
                    surroundings,
                    Pass.UPSERT,
                    job -> job.upsert(client, shop.id(), POLLING, ProductMemory.inMemory(), false));
        }
    }
}
