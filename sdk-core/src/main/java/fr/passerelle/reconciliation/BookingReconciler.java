package fr.passerelle.reconciliation;

import fr.passerelle.model.booking.Booking;
import fr.passerelle.passculture.Bookings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Tells a vendor what it was not told. Notifications are sent once and never repeated, and nobody sends word of a use,
 * a payment or an expiry (reference 9.3): what got lost must be read.
 *
 * <pre>{@code
 * var reconciler = BookingReconciler.of(passCulture.bookings(), records);
 * Reconciliation found = reconciler.run(BookingScope.venue(hall), difference -> tell(difference));
 * }</pre>
 *
 * <p>A run reads, by id, the pages that hold a booking which is open in the vendor's records, and all pages with new
 * ones; it holds one page at a time. Each difference is told first and taken over into the records then, so that one
 * whose telling fails is told again by the next run. Two runs over one scope must not overlap.
 */
public final class BookingReconciler {

    /**
     * How long a booking may take until it shows: a booking gets its id before the vendor is asked for the tickets, so
     * ids may show out of order. New bookings of the last minutes are therefore read again by the next run.
     */
    public static final Duration DEFAULT_MINIMUM_AGE = Duration.ofMinutes(10);

    private final BookingPages programme;
    private final BookingRecords records;
    private final Clock clock;
    private final Duration minimumAge;

    /** The pages of a scope, from an id on. */
    interface BookingPages {
        Iterator<List<Booking>> from(BookingScope scope, long id);
    }

    BookingReconciler(BookingPages programme, BookingRecords records, Clock clock, Duration minimumAge) {
        this.programme = programme;
        this.records = records;
        this.clock = clock;
        this.minimumAge = minimumAge;
    }

    /**
     * A reconciler of a vendor's records with the programme.
     *
     * @param bookings of the client with the vendor's key
     * @param records what the vendor knows
     */
    public static BookingReconciler of(Bookings bookings, BookingRecords records) {
        Objects.requireNonNull(bookings, "bookings");
        return new BookingReconciler(
                (scope, id) ->
                        bookings.list(scope.filter()).startingAt(id).pages().iterator(),
                Objects.requireNonNull(records, "records"),
                Clock.systemUTC(),
                DEFAULT_MINIMUM_AGE);
    }

    /**
     * The same with another minimum age.
     *
     * @param age how old a booking or sale must be before it counts; default {@link #DEFAULT_MINIMUM_AGE}
     * @throws IllegalArgumentException if negative
     */
    public BookingReconciler ignoreYoungerThan(Duration age) {
        if (age.isNegative()) {
            throw new IllegalArgumentException("age must not be negative");
        }
        return new BookingReconciler(programme, records, clock, age);
    }

    /** The same with another clock; default the system's. */
    public BookingReconciler clock(Clock clock) {
        return new BookingReconciler(programme, records, Objects.requireNonNull(clock, "clock"), minimumAge);
    }

    /**
     * Compares, tells and takes over.
     *
     * @param report is given each difference as it is found
     * @throws fr.passerelle.error.CallException if a page cannot be read; the next run goes on after the last page that
     *     could
     */
    public Reconciliation run(BookingScope scope, Consumer<Difference> report) {
        return new Run(scope, report).toTheEnd();
    }

    /** Walks through two rows of ascending ids side by side: the programme's bookings and the vendor's open ones. */
    private final class Run {

        private final BookingScope scope;
        private final Consumer<Difference> report;
        private final Instant settledBefore = clock.instant().minus(minimumAge);
        private final Map<Difference.Kind, Long> differences = new EnumMap<>(Difference.Kind.class);
        private final long known;
        private OptionalLong open;
        private long next = 1;
        private long watermark;
        private boolean settled = true;
        private long read;

        Run(BookingScope scope, Consumer<Difference> report) {
            this.scope = scope;
            this.report = report;
            this.known = records.watermark(scope);
            this.watermark = known;
            this.open = records.nextOpen(scope, next);
        }

        Reconciliation toTheEnd() {
            Iterator<List<Booking>> pages = programme.from(scope, firstToRead());
            while (pages.hasNext()) {
                comparePage(pages.next());
                long wanted = firstToRead();
                if (wanted > next) {
                    pages = programme.from(scope, wanted);
                }
            }
            while (open.isPresent()) {
                missOpen(open.getAsLong());
            }
            try (Stream<RecordedSale> sales = records.withoutId(scope, settledBefore)) {
                sales.forEach(sale -> tell(Difference.neverBooked(sale)));
            }
            return new Reconciliation(read, differences, watermark);
        }

        /** The next open one or the first new one, whichever comes first. */
        private long firstToRead() {
            long firstNew = Math.max(next, known + 1);
            return open.isPresent() ? Math.min(open.getAsLong(), firstNew) : firstNew;
        }

        private void comparePage(List<Booking> page) {
            long before = watermark;
            page.forEach(this::compare);
            if (watermark > before) {
                records.watermark(scope, watermark);
            }
        }

        private void compare(Booking booking) {
            long id = booking.id();
            while (open.isPresent() && open.getAsLong() < id) {
                missOpen(open.getAsLong());
            }
            read++;
            var difference = Difference.of(records.status(booking).orElse(null), booking);
            difference.ifPresent(this::tell);
            if (difference.isPresent() || id > known) {
                records.save(booking);
            }
            next = id + 1;
            if (open.isPresent() && open.getAsLong() == id) {
                open = records.nextOpen(scope, next);
            }
            settled &= booking.creationDate().isBefore(settledBefore);
            if (settled) {
                watermark = Math.max(watermark, id);
            }
        }

        private void missOpen(long id) {
            tell(Difference.noLongerListed(id));
            open = records.nextOpen(scope, id + 1);
        }

        private void tell(Difference difference) {
            report.accept(difference);
            differences.merge(difference.kind(), 1L, Long::sum);
        }
    }
}
