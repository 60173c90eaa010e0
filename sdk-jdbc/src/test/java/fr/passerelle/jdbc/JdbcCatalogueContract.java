package fr.passerelle.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.catalogue.CatalogueMemory;
import fr.passerelle.catalogue.CatalogueMemory.Confirmed;
import fr.passerelle.catalogue.CatalogueMemory.Snapshot;
import fr.passerelle.catalogue.ProductMemory;
import fr.passerelle.catalogue.ProductMemory.Known;
import fr.passerelle.catalogue.ProductMemory.Products;
import fr.passerelle.model.value.Ean;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.Remaining;
import fr.passerelle.passculture.EanOutcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What synchronisers remember, on a database. */
abstract class JdbcCatalogueContract {

    private static final long VENUE = 7;

    private CatalogueMemory events = CatalogueMemory.inMemory();
    private ProductMemory products = ProductMemory.inMemory();

    /** A database with empty tables. */
    protected abstract DataSource emptyDatabase();

    @BeforeEach
    void open() {
        DataSource database = emptyDatabase();
        events = new JdbcCatalogueMemory(database);
        products = new JdbcProductMemory(database);
    }

    private static Confirmed confirmed(String wanted) {
        return new Confirmed(wanted.repeat(64), "b".repeat(64), "");
    }

    private static Known known(int number, int cents, EanOutcome outcome) {
        return new Known(
                new Ean(String.format("978%010d", number)),
                Price.cents(cents),
                number % 3 == 0 ? Remaining.unlimited() : Remaining.of(number),
                "0123456789abcdef",
                outcome);
    }

    private List<Known> all(long venue) {
        try (Products open = products.open(venue)) {
            return open.after(Optional.empty(), 10_000);
        }
    }

    @Test
    void whatMayStillBeOnSaleIsRemembered() {
        Known refused = known(1, 100, EanOutcome.APPLIED).outcome(EanOutcome.REJECTED);
        Known never = known(2, 100, EanOutcome.REJECTED);
        try (Products open = products.open(7)) {
            open.write(List.of(refused, never));
        }

        assertThat(all(7))
                .containsExactly(refused, never)
                .extracting(Known::onSale)
                .containsExactly(true, false);
    }

    @Test
    void nothingIsKnownAtFirst() {
        assertThat(events.read(VENUE)).isEqualTo(Snapshot.EMPTY);
        assertThat(all(VENUE)).isEmpty();
    }

    @Test
    void aSnapshotReplacesTheOneBeforeAndNoOtherVenues() {
        Snapshot other = new Snapshot(2, Map.of("cid", confirmed("o")));
        events.write(8, other);
        events.write(VENUE, new Snapshot(3, Map.of("cid", confirmed("a"), "gone", confirmed("b"))));
        Snapshot last = new Snapshot(4, Map.of("cid", confirmed("c"), "Cid", confirmed("d"), "cïd", confirmed("e")));
        events.write(VENUE, last);

        assertThat(events.read(VENUE)).isEqualTo(last);
        assertThat(events.read(8)).isEqualTo(other);
    }

    @Test
    void theLongestIdIsKept() {
        Map<String, Confirmed> all = new HashMap<>(Map.of("🎭".repeat(70), confirmed("a")));
        events.write(VENUE, new Snapshot(0, all));

        assertThat(events.read(VENUE).events()).isEqualTo(all);
    }

    @Test
    void aSeasonIsKept() {
        Map<String, Confirmed> season = new HashMap<>();
        IntStream.range(0, 2000).forEach(i -> season.put("event-" + i, confirmed("a")));
        events.write(VENUE, new Snapshot(1, season));

        assertThat(events.read(VENUE).events()).hasSize(2000);
    }

    @Test
    void productsAreFoundAndForgotten() {
        Known one = known(1, 990, EanOutcome.APPLIED);
        Known unlimited = known(3, 30_000, EanOutcome.NOT_COMPLIANT);
        try (Products open = products.open(VENUE)) {
            open.write(List.of(one, unlimited, known(2, 1, EanOutcome.PENDING)));
            open.remove(List.of(known(2, 1, EanOutcome.PENDING).ean()));

            assertThat(open.find(List.of(
                            one.ean(),
                            unlimited.ean(),
                            known(2, 1, EanOutcome.PENDING).ean())))
                    .isEqualTo(Map.of(one.ean(), one, unlimited.ean(), unlimited));
            assertThat(open.find(List.of())).isEmpty();
        }
        assertThat(all(8)).isEmpty();
    }

    @Test
    void productsComeInTheOrderOfTheirNumbersPageByPage() {
        try (Products open = products.open(VENUE)) {
            open.write(IntStream.range(0, 1200)
                    .mapToObj(i -> known(1199 - i, i, EanOutcome.APPLIED))
                    .toList());
            List<Known> first = open.after(Optional.empty(), 700);

            assertThat(first)
                    .hasSize(700)
                    .isSortedAccordingTo((one, other) ->
                            one.ean().value().compareTo(other.ean().value()));
            assertThat(open.after(Optional.of(first.get(699).ean()), 700)).hasSize(500);
            assertThat(open.find(first.stream().map(Known::ean).toList())).hasSize(700);
        }
    }

    @Test
    void runsOfProductsAndOfEventsAreCountedApart() {
        events.write(VENUE, new Snapshot(5, Map.of()));
        try (Products open = products.open(VENUE)) {
            assertThat(open.runs()).isZero();
            open.runs(3);
        }
        events.write(VENUE, new Snapshot(6, Map.of()));

        assertThat(events.read(VENUE).runs()).isEqualTo(6);
        try (Products open = products.open(VENUE)) {
            assertThat(open.runs()).isEqualTo(3);
        }
    }

    @Test
    void aRunThatAnotherOneHasOvertakenWritesNothingMore() {
        Products first = products.open(VENUE);
        first.write(List.of(known(1, 1, EanOutcome.APPLIED)));
        Products second = products.open(VENUE);
        second.write(List.of(known(2, 2, EanOutcome.APPLIED)));

        assertThatThrownBy(() -> first.write(List.of(known(1, 9, EanOutcome.APPLIED))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another run");
        second.write(List.of(known(3, 3, EanOutcome.APPLIED)));
        assertThat(all(VENUE)).extracting(known -> known.price().cents()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void holdsTheSameAsAMapWhateverIsWrittenAndRemoved() {
        Random random = new Random(1);
        TreeMap<String, Known> expected = new TreeMap<>();
        for (int batch = 0; batch < 30; batch++) {
            try (Products open = products.open(VENUE)) {
                List<Known> some = random.ints(20, 0, 100)
                        .mapToObj(i -> known(i, random.nextInt(30_000), EanOutcome.APPLIED))
                        .toList();
                open.write(some);
                some.forEach(known -> expected.put(known.ean().value(), known));
                List<Ean> gone = random.ints(5, 0, 100)
                        .mapToObj(i -> known(i, 0, EanOutcome.APPLIED).ean())
                        .toList();
                open.remove(gone);
                gone.forEach(ean -> expected.remove(ean.value()));
            }
        }
        assertThat(all(VENUE)).containsExactlyElementsOf(expected.values());
    }
}
