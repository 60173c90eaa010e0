package fr.passerelle.season.readme;

import fr.passerelle.model.booking.Booking;
import fr.passerelle.model.booking.BookingStatus;
import fr.passerelle.reconciliation.BookingRecords;
import fr.passerelle.reconciliation.BookingScope;
import fr.passerelle.reconciliation.RecordedSale;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Stands for the reader's own records: one scope, all bookings with their id. */
final class RecordsInMemory implements BookingRecords {

    private static final Set<BookingStatus> CLOSED = Set.of(BookingStatus.CANCELLED, BookingStatus.REIMBURSED);

    private final TreeMap<Long, BookingStatus> states = new TreeMap<>();
    private final Map<BookingScope, Long> watermarks = new HashMap<>();

    @Override
    public Optional<BookingStatus> status(Booking booking) {
        return Optional.ofNullable(states.get(booking.id()));
    }

    @Override
    public void save(Booking booking) {
        states.put(booking.id(), booking.status());
    }

    @Override
    public OptionalLong nextOpen(BookingScope scope, long from) {
        return states.tailMap(from).entrySet().stream()
                .filter(record -> !CLOSED.contains(record.getValue()))
                .mapToLong(Map.Entry::getKey)
                .findFirst();
    }

    @Override
    public Stream<RecordedSale> withoutId(BookingScope scope, Instant before) {
        return Stream.empty();
    }

    @Override
    public long watermark(BookingScope scope) {
        return watermarks.getOrDefault(scope, 0L);
    }

    @Override
    public void watermark(BookingScope scope, long bookingId) {
        watermarks.put(scope, bookingId);
    }
}
