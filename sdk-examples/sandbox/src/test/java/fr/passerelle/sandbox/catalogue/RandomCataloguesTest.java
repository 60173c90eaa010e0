package fr.passerelle.sandbox.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.catalogue.CatalogueMemory;
import fr.passerelle.catalogue.CatalogueSync;
import fr.passerelle.catalogue.Removal;
import fr.passerelle.catalogue.SyncPlan;
import fr.passerelle.catalogue.SyncReport;
import fr.passerelle.catalogue.WantedDate;
import fr.passerelle.catalogue.WantedEvent;
import fr.passerelle.model.offer.EventDate;
import fr.passerelle.model.offer.EventFilter;
import fr.passerelle.model.offer.OfferStatus;
import fr.passerelle.model.value.Capacity;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.Remaining;
import fr.passerelle.sandbox.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the catalogue says one day after the other, the programme has it in the end, and no booking is lost. */
class RandomCataloguesTest {

    private static final Stage STAGE = new Stage();

    @AfterAll
    static void close() {
        STAGE.close();
    }

    private static final int SEASONS = 25;
    private static final int DAYS = 4;

    private record Booked(long date, long places) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theProgrammeHasWhatTheCatalogueSays(long seed) {
        Random random = new Random(seed);
        for (int season = 0; season < SEASONS; season++) {
            try (Shop shop = new Shop(STAGE)) {
                CatalogueSync sync = random.nextBoolean() ? shop.sync() : shop.sync(CatalogueMemory.inMemory());
                for (int day = 0; day < DAYS; day++) {
                    List<WantedEvent> wanted = catalogue(shop, random);
                    List<Booked> before = booked(shop);
                    shop.calls();
                    SyncPlan plan = sync.plan(wanted);
                    assertThat(shop.calls()).hasSize(plan.reads());

                    SyncReport report = sync.apply(plan, result -> {});

                    String what = "seed " + seed + ", season " + season + ", day " + day;
                    assertThat(report.complete()).as(what).isTrue();
                    assertThat(shop.calls()).as(what).hasSize(plan.calls());
                    assertThat(booked(shop)).as(what).containsAll(before);
                    wanted.forEach(event -> assertSold(shop, event, what));
                    assertThat(sync.plan(wanted).isNothing()).as(what).isTrue();
                    bookSome(shop, random);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void nothingElseIsLeftWhereBookingsMayBeCancelled(long seed) {
        Random random = new Random(seed);
        for (int season = 0; season < SEASONS; season++) {
            try (Shop shop = new Shop(STAGE)) {
                CatalogueSync sync = shop.sync(Removal.CANCEL_BOOKED);
                List<WantedEvent> wanted = List.of();
                for (int day = 0; day < DAYS; day++) {
                    wanted = catalogue(shop, random);
                    assertThat(Shop.bring(sync, wanted.toArray(new WantedEvent[0]))
                                    .complete())
                            .isTrue();
                    bookSome(shop, random);
                }
                for (WantedEvent event : wanted) {
                    if (event.state() == WantedEvent.State.ON_SALE
                            && !event.dates().isEmpty()) {
                        assertThat(shop.datesOf(event.id()))
                                .extracting(EventDate::idAtProvider)
                                .containsExactlyInAnyOrderElementsOf(event.dates().stream()
                                        .map(WantedDate::id)
                                        .toList());
                    }
                }
            }
        }
    }

    private static void assertSold(Shop shop, WantedEvent wanted, String what) {
        if (wanted.state() != WantedEvent.State.ON_SALE || wanted.dates().isEmpty()) {
            return;
        }
        assertThat(shop.event(wanted.id()).status()).as(what).isNotEqualTo(OfferStatus.INACTIVE);
        Map<String, EventDate> there = shop.datesOf(wanted.id()).stream()
                .collect(Collectors.toMap(date -> String.valueOf(date.idAtProvider()), Function.identity()));
        for (WantedDate date : wanted.dates()) {
            EventDate shown = Objects.requireNonNull(there.remove(date.id()), what);
            assertThat(shown.beginning()).as(what).isEqualTo(date.beginning());
            assertThat(shown.priceCategory().idAtProvider()).as(what).isEqualTo(date.price());
            assertThat(shown.remaining()).as(what).isEqualTo(date.capacity().less(shown.bookedQuantity()));
        }
        assertThat(there.values())
                .as(what + ": what is left is booked, and sells nothing")
                .allSatisfy(date -> {
                    assertThat(date.bookedQuantity()).isPositive();
                    assertThat(date.remaining()).isEqualTo(Remaining.of(0));
                });
    }

    private static List<Booked> booked(Shop shop) {
        return shop.client.bookings().ofVenue(shop.stage.venue.id()).stream()
                .filter(booking -> !booking.cancelled())
                .map(booking -> new Booked(booking.stockId(), booking.quantity()))
                .toList();
    }

    private static void bookSome(Shop shop, Random random) {
        shop.client.events().list(EventFilter.ofVenue(shop.stage.venue.id())).stream()
                .filter(event -> event.status().equals(OfferStatus.ACTIVE))
                .forEach(event -> shop.client.events().dates(event.id()).list().stream()
                        .filter(date ->
                                random.nextInt(3) == 0 && !date.remaining().equals(Remaining.of(0)))
                        .forEach(date -> shop.stage.sandbox.beneficiary(30_000).book(date.id(), 1)));
    }

    private static List<WantedEvent> catalogue(Shop shop, Random random) {
        List<WantedEvent> wanted = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String id = "e" + i;
            switch (random.nextInt(8)) {
                case 0 -> {} // gone
                case 1 -> wanted.add(WantedEvent.cancelled(id));
                case 2 -> wanted.add(WantedEvent.closed(id));
                default -> wanted.add(onSale(shop, id, random));
            }
        }
        return wanted;
    }

    private static WantedEvent onSale(Shop shop, String id, Random random) {
        List<WantedDate> dates = new ArrayList<>();
        for (int d = 0; d < 5; d++) {
            if (random.nextInt(3) > 0) {
                dates.add(WantedDate.of(
                        "d" + d,
                        Shop.OPENING.plus(Duration.ofDays(random.nextInt(4))),
                        random.nextBoolean() ? "full" : "low",
                        random.nextInt(5) == 0 ? Capacity.unlimited() : Capacity.of(1 + random.nextInt(5))));
            }
        }
        return shop.wanted(
                id,
                draft -> draft.name("Le Cid, " + random.nextInt(3))
                        .description(random.nextBoolean() ? "En vers" : null)
                        .priceCategories(List.of(
                                Shop.price("full", "Plein", Price.cents(800 + 100L * random.nextInt(3))),
                                Shop.price("low", "Réduit", Price.cents(400 + 100L * random.nextInt(3))))),
                dates);
    }
}
