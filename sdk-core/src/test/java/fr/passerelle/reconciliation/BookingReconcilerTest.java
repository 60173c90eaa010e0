package fr.passerelle.reconciliation;

import static fr.passerelle.model.booking.BookingStatus.CANCELLED;
import static fr.passerelle.model.booking.BookingStatus.CONFIRMED;
import static fr.passerelle.model.booking.BookingStatus.REIMBURSED;
import static fr.passerelle.model.booking.BookingStatus.USED;
import static fr.passerelle.reconciliation.Difference.Kind.MISSED_BOOKING;
import static fr.passerelle.reconciliation.Difference.Kind.MISSED_CANCELLATION;
import static fr.passerelle.reconciliation.Difference.Kind.MISSED_USE;
import static fr.passerelle.reconciliation.Difference.Kind.NEVER_BOOKED;
import static fr.passerelle.reconciliation.Difference.Kind.NO_LONGER_LISTED;
import static fr.passerelle.reconciliation.Difference.Kind.PAID_OUT;
import static fr.passerelle.reconciliation.Difference.Kind.STATE_DIFFERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.passerelle.model.booking.Booking;
import fr.passerelle.model.booking.BookingStatus;
import fr.passerelle.model.value.Price;
import fr.passerelle.reconciliation.BookingReconciler.BookingPages;
import fr.passerelle.reconciliation.Difference.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

class BookingReconcilerTest {

    private static final Instant NOW = Instant.parse("2027-03-08T12:00:00Z");
    private static final BookingScope HALL = BookingScope.venue(42);
    private static final int PAGE = 3;

    private final TreeMap<Long, Booking> programme = new TreeMap<>();
    private final MapRecords records = new MapRecords();
    private final List<Long> fetched = new ArrayList<>();
    private final List<Difference> told = new ArrayList<>();

    private final BookingReconciler reconciler = new BookingReconciler(
            pages(), records, Clock.fixed(NOW, ZoneOffset.UTC), BookingReconciler.DEFAULT_MINIMUM_AGE);

    static final List<Arguments> TABLE = List.of(
            Arguments.of(null, CONFIRMED, MISSED_BOOKING),
            Arguments.of(null, CANCELLED, MISSED_BOOKING),
            Arguments.of(CONFIRMED, CANCELLED, MISSED_CANCELLATION),
            Arguments.of(USED, CANCELLED, MISSED_CANCELLATION),
            Arguments.of(CONFIRMED, USED, MISSED_USE),
            Arguments.of(CONFIRMED, REIMBURSED, MISSED_USE),
            Arguments.of(USED, REIMBURSED, PAID_OUT),
            Arguments.of(USED, CONFIRMED, STATE_DIFFERS),
            Arguments.of(CONFIRMED, BookingStatus.of("POSTPONED"), STATE_DIFFERS),
            Arguments.of(BookingStatus.of("POSTPONED"), CONFIRMED, STATE_DIFFERS));

    @ParameterizedTest
    @FieldSource("TABLE")
    void tellsWhatTheVendorMissedAndTakesItOver(@Nullable BookingStatus recorded, BookingStatus actual, Kind kind) {
        if (recorded != null) {
            records.has(7, recorded);
        }
        programme.put(7L, booking(7, actual));

        assertThat(run().count(kind)).isEqualTo(1);

        assertThat(told).containsExactly(new Difference(kind, 7L, null, 7001L, 1, recorded, actual));
        assertThat(run().clean()).isTrue();
    }

    @Test
    void tellsNothingOfWhatTheVendorKnows() {
        records.told(booking(1, CONFIRMED));
        records.told(booking(2, CANCELLED));
        programme.put(1L, booking(1, CONFIRMED));
        programme.put(2L, booking(2, CANCELLED));

        assertThat(run()).isEqualTo(new Reconciliation(2, Map.of(), 2));
        assertThat(records.nextOpen(HALL, 1)).hasValue(1);
    }

    @Test
    void tellsOfASaleThatTheProgrammeNeverBooked() {
        Booking lost = booking(1, CONFIRMED);
        records.told(lost);
        records.told(booking(2, CANCELLED));
        records.told(booking(3, CONFIRMED, NOW.minusSeconds(1)));

        run();

        assertThat(told)
                .extracting(Difference::kind, Difference::bookingId, Difference::stockId)
                .containsExactly(tuple(NEVER_BOOKED, null, 7001L));
    }

    @Test
    void tellsOfBookingsThatAreNoLongerListed() {
        records.has(2, CONFIRMED);
        records.has(4, USED);
        records.has(9, CONFIRMED);
        records.has(10, CANCELLED);
        records.watermark(HALL, 10);
        programme.put(4L, booking(4, USED));

        run();

        assertThat(told).extracting(Difference::kind).containsOnly(NO_LONGER_LISTED);
        assertThat(told).extracting(Difference::bookingId).containsExactly(2L, 9L);
    }

    @Test
    void readsOnlyPagesWithSomethingOpenAndTheNewOnes() {
        LongStream.rangeClosed(1, 40).forEach(id -> {
            programme.put(id, booking(id, REIMBURSED));
            records.has(id, REIMBURSED);
        });
        records.has(10, CONFIRMED);
        records.has(11, CONFIRMED);
        records.has(13, CONFIRMED);
        records.has(30, CONFIRMED);
        records.watermark(HALL, 40);
        programme.put(41L, booking(41, CONFIRMED));

        Reconciliation found = run();

        assertThat(fetched).containsExactly(10L, 13L, 30L, 41L);
        assertThat(found.read()).isEqualTo(3 + 3 + 3 + 1);
        assertThat(found.count(MISSED_USE)).isEqualTo(4);
        assertThat(found.count(MISSED_BOOKING)).isEqualTo(1);
        assertThat(found.watermark()).isEqualTo(41);
    }

    @Test
    void looksAgainForBookingsThatShowOutOfOrder() {
        programme.put(5L, booking(5, CONFIRMED));
        programme.put(7L, booking(7, CONFIRMED, NOW.minus(Duration.ofMinutes(9))));
        assertThat(run().watermark()).isEqualTo(5);

        programme.put(6L, booking(6, CONFIRMED, NOW.minus(Duration.ofMinutes(9))));
        told.clear();

        run();
        assertThat(told).extracting(Difference::bookingId).containsExactly(6L);
    }

    @Test
    void goesOnAfterTheLastPageThatCouldBeRead() {
        LongStream.rangeClosed(1, 8).forEach(id -> programme.put(id, booking(id, CANCELLED)));
        BookingReconciler failing = new BookingReconciler(
                (scope, id) -> new Iterator<>() {
                    private final Iterator<List<Booking>> good = pages().from(scope, id);
                    private int left = 2;

                    @Override
                    public boolean hasNext() {
                        return true;
                    }

                    @Override
                    public List<Booking> next() {
                        if (left-- == 0) {
                            throw new IllegalStateException("the line is cut");
                        }
                        return good.next();
                    }
                },
                records,
                Clock.fixed(NOW, ZoneOffset.UTC),
                Duration.ZERO);

        assertThatThrownBy(() -> failing.run(HALL, told::add)).hasMessage("the line is cut");
        assertThat(told).hasSize(6);
        fetched.clear();

        assertThat(run().count(MISSED_BOOKING)).isEqualTo(2);
        assertThat(fetched).containsExactly(7L);
    }

    @Test
    void tellsAgainWhatCouldNotBeTold() {
        programme.put(1L, booking(1, CONFIRMED));

        assertThatThrownBy(() -> reconciler.run(HALL, difference -> {
                    throw new IllegalStateException("the report is full");
                }))
                .hasMessage("the report is full");

        assertThat(run().count(MISSED_BOOKING)).isEqualTo(1);
    }

    @Test
    void tellsAsItReadsWhateverTheLengthOfTheList() {
        long bookings = 100_000;
        long[] given = new long[1];
        List<Long> aheadOfTheReport = new ArrayList<>();
        BookingPages endless = (scope, id) -> LongStream.iterate(id, from -> from <= bookings, from -> from + 50)
                .mapToObj(from -> {
                    given[0] = from + 49;
                    return LongStream.range(from, from + 50)
                            .mapToObj(number -> booking(number, CANCELLED))
                            .toList();
                })
                .iterator();

        Reconciliation found = new BookingReconciler(endless, records, Clock.fixed(NOW, ZoneOffset.UTC), Duration.ZERO)
                .run(HALL, difference -> {
                    long id = Objects.requireNonNull(difference.bookingId());
                    if (given[0] - id >= 50) {
                        aheadOfTheReport.add(id);
                    }
                });

        assertThat(aheadOfTheReport).as("told more than a page late").isEmpty();
        assertThat(found).isEqualTo(new Reconciliation(bookings, Map.of(MISSED_BOOKING, bookings), bookings));
    }

    @Test
    void reportsNobody() {
        programme.put(1L, booking(1, CONFIRMED));
        records.told(booking(2, CONFIRMED));
        run();

        assertThat(told).hasSize(2);
        assertThat(told.toString()).doesNotContain("camille", "2008-06-21");
    }

    @Test
    void refusesANegativePatience() {
        assertThatThrownBy(() -> reconciler.ignoreYoungerThan(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Reconciliation run() {
        return reconciler.run(HALL, told::add);
    }

    private BookingPages pages() {
        return (scope, id) -> Stream.iterate(
                        page(id),
                        page -> !page.isEmpty(),
                        page -> page.size() < PAGE
                                ? List.<Booking>of()
                                : page(page.get(PAGE - 1).id() + 1))
                .iterator();
    }

    private List<Booking> page(long from) {
        fetched.add(from);
        return programme.tailMap(from).values().stream().limit(PAGE).toList();
    }

    private static Booking booking(long id, BookingStatus status) {
        return booking(id, status, NOW.minus(Duration.ofHours(1)).plusMillis(id));
    }

    private static Booking booking(long id, BookingStatus status, Instant bookedAt) {
        return Booking.builder()
                .id(id)
                .quantity(1)
                .creationDate(bookedAt)
                .unitPrice(Price.cents(2500))
                .status(status)
                .offerId(9001)
                .stockId(7001)
                .offerName("Le Bourgeois gentilhomme")
                .venueId(42)
                .venueName("Théâtre de l'Exemple")
                .userEmail("camille.exemple@example.org")
                .build();
    }
}
