package fr.passerelle.sandbox.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.catalogue.ProductMemory;
import fr.passerelle.catalogue.ProductPlan;
import fr.passerelle.catalogue.ProductReport;
import fr.passerelle.catalogue.ProductSync;
import fr.passerelle.catalogue.WantedProduct;
import fr.passerelle.ratelimit.Quota;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The calls that products take, held against the formula, and against what a plan tells beforehand. */
class ProductCallsTest {

    private static final int BOOKS = 1_250;

    private final Shelf shelf = new Shelf().knows(BOOKS);
    private final ProductMemory memory = ProductMemory.inMemory();

    @AfterEach
    void close() {
        shelf.close();
    }

    /** Plans and applies, and holds both against what the programme received. */
    private ProductPlan counted(ProductSync sync, List<WantedProduct> wanted) {
        shelf.calls();
        ProductPlan plan = sync.plan(wanted, change -> {});
        assertThat(shelf.calls()).as("reads").hasSize(plan.reads()).allMatch("GET"::equals);
        ProductReport report = sync.apply(wanted, result -> {});
        assertThat(report.complete()).isTrue();
        List<String> calls = shelf.calls();
        assertThat(calls).as("calls").hasSize(Math.toIntExact(plan.calls()));
        assertThat(calls).filteredOn("POST"::equals).hasSize(ceil(plan.sent(), 500));
        return plan;
    }

    private static int ceil(long count, int size) {
        return Math.toIntExact((count + size - 1) / size);
    }

    private ProductSync sync() {
        return shelf.sync(memory).build();
    }

    @Test
    void aStockTakesAnUpsertForEach500AndALookForEach100() {
        ProductPlan first = counted(sync(), Shelf.books(BOOKS));

        assertThat(first.calls()).isEqualTo(3 + 13);
    }

    @Test
    void whatHasNotChangedTakesNoCall() {
        counted(sync(), Shelf.books(BOOKS));

        assertThat(counted(sync(), Shelf.books(BOOKS)).calls()).isZero();
    }

    @Test
    void whatHasChangedAndWhatIsGoneShareTheirCalls() {
        counted(sync(), Shelf.books(BOOKS));
        List<WantedProduct> tonight = new ArrayList<>(Shelf.books(BOOKS - 60));
        for (int book = 0; book < 40; book++) {
            tonight.set(book, Shelf.book(book, "5", 1));
        }

        ProductPlan plan = counted(sync(), tonight);

        assertThat(plan.sent()).isEqualTo(40 + 60);
        assertThat(plan.calls()).isEqualTo(1 + 1);
    }

    @Test
    void aFullCheckReadsWhatHasNotChanged() {
        counted(sync(), Shelf.books(BOOKS));

        ProductPlan check = counted(shelf.sync(memory).fullCheckEvery(1).build(), Shelf.books(BOOKS));

        assertThat(check.reads()).isEqualTo(13);
        assertThat(check.calls()).isEqualTo(13);
    }

    @Test
    void theTimeIsToldBeforehand() {
        ProductPlan plan = sync().plan(Shelf.books(50_000), change -> {});

        assertThat(plan.calls()).isEqualTo(100 + 500);
        assertThat(plan.duration(Quota.PARTNER_API)).isBetween(Duration.ofSeconds(180), Duration.ofSeconds(200));
        assertThat(shelf.calls()).isEmpty();
    }
}
