package fr.passerelle.sandbox.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.catalogue.CatalogueMemory;
import fr.passerelle.catalogue.CatalogueSync;
import fr.passerelle.catalogue.ProductMemory;
import fr.passerelle.catalogue.ProductReport;
import fr.passerelle.catalogue.WantedEvent;
import fr.passerelle.catalogue.WantedProduct;
import fr.passerelle.sandbox.Stage;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that are killed while they bring the programme in line, one after the other, each taking up what the one
 * before has left: the end is the same as if none had been killed, and nothing is there twice. Kills 3; with
 * {@code -Dcatalogue.kills=100} as many.
 */
class KilledJvmTest {

    private static final int KILLS = Integer.getInteger("catalogue.kills", 3);

    /** So many kills hit one night, before it is brought to its end. */
    private static final int KILLS_A_NIGHT = 4;

    private static final int BOOKS = 30;

    /** A whole run prints some more lines than these. */
    private static final int STEPS = 95;

    @TempDir
    private Path folder = Path.of("");

    /** Some books are new, some have changed, and the last three are gone. */
    static List<WantedProduct> tonight() {
        List<WantedProduct> books = new ArrayList<>(Shelf.books(BOOKS - 3));
        for (int book = 0; book < 10; book++) {
            books.set(book, Shelf.book(book, "5", book));
        }
        return books;
    }

    private ProductMemory products(int night) {
        return ProductMemory.file(folder.resolve(night + "").resolve("products"));
    }

    @Test
    void theEndIsTheSame() throws IOException, InterruptedException {
        try (Stage stage = new Stage()) {
            kill(stage);
        }
    }

    private void kill(Stage stage) throws IOException, InterruptedException {
        String wanted;
        ProductMemory undisturbed = ProductMemory.inMemory();
        try (Shelf shelf = yesterday(stage, undisturbed)) {
            finish(shelf, CatalogueMemory.inMemory(), undisturbed);
            wanted = state(shelf);
        }
        Random random = new Random(1);
        int midway = 0;
        for (int night = 0, kills = 0; kills < KILLS; night++) {
            assertThat(folder.resolve(night + "").toFile().mkdir()).isTrue();
            Path memory = folder.resolve(night + "");
            try (Shelf shelf = yesterday(stage, products(night))) {
                for (int i = 0; i < KILLS_A_NIGHT && kills < KILLS; i++, kills++) {
                    midway += killed(shelf, memory, 1 + random.nextInt(STEPS)) ? 1 : 0;
                }
                finish(shelf, CatalogueMemory.file(memory.resolve("events")), products(night));
                assertThat(state(shelf)).as("night %s", night).isEqualTo(wanted);
            }
        }
        assertThat(midway)
                .as("processes that were killed before they were over")
                .isGreaterThanOrEqualTo(KILLS / 2);
    }

    private static Shelf yesterday(Stage stage, ProductMemory memory) {
        Shelf shelf = new Shelf(stage).knows(BOOKS);
        InterruptedSyncTest.yesterday(shelf.shop);
        List<WantedProduct> some = Shelf.books(BOOKS).subList(5, BOOKS);
        assertThat(shelf.sync(memory).build().apply(some, result -> {}).complete())
                .isTrue();
        return shelf;
    }

    /** What the next run does that nobody kills. */
    private static void finish(Shelf shelf, CatalogueMemory events, ProductMemory products) {
        if (!bring(shelf, events, products)) {
            // The last request of a process that was killed arrived in the middle of it.
            assertThat(bring(shelf, events, products)).isTrue();
        }
        List<WantedEvent> today = shelf.shop.playbill.today();
        assertThat(shelf.shop.sync(events).plan(today).isNothing()).isTrue();
        assertThat(shelf.shop.sync().plan(today).isNothing()).isTrue();
    }

    private static boolean bring(Shelf shelf, CatalogueMemory events, ProductMemory products) {
        CatalogueSync sync = shelf.shop.sync(events);
        boolean eventsDone =
                sync.apply(sync.plan(shelf.shop.playbill.today()), result -> {}).complete();
        ProductReport report = shelf.sync(products).build().apply(tonight(), result -> {});
        return eventsDone && report.complete();
    }

    private static String state(Shelf shelf) {
        return shelf.shop.state() + "\n" + shelf.state();
    }

    /** Starts a process, and kills it at one of its lines; whether it was not over yet. */
    private static boolean killed(Shelf shelf, Path memory, int step) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledRun.class.getName(),
                        shelf.shop.stage.sandbox.baseUrl().toString(),
                        shelf.shop.stage.provider.apiKey(),
                        String.valueOf(shelf.shop.stage.venue.id()),
                        memory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines = process.inputReader()) {
            String line = lines.readLine();
            assertThat(line).as("the process works").isNotNull();
            for (int i = 1; i < step && line != null; i++) {
                line = lines.readLine();
            }
            return line != null && !line.equals("over");
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
