package fr.passerelle.reconciliation;

import fr.passerelle.model.booking.Booking;
import fr.passerelle.model.booking.BookingStatus;
import fr.passerelle.ticketing.BookingKey;
import fr.passerelle.ticketing.BookingKeys;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The records of a very small vendor with one scope. */
public final class MapRecords implements BookingRecords {

    private final BookingKeys keys = BookingKeys.under("a secret of the vendor");
    private final TreeMap<Long, BookingStatus> byId = new TreeMap<>();
    private final Map<BookingKey, Booking> byKey = new LinkedHashMap<>();
    private long watermark;

    /** Knows nothing yet. */
    public MapRecords() {}

    /** What a message has told: no id. */
    void told(Booking booking) {
        byKey.put(keys.of(booking), booking);
    }

    void has(long id, BookingStatus status) {
        byId.put(id, status);
    }

    @Override
    public Optional<BookingStatus> status(Booking booking) {
        return Optional.ofNullable(byId.get(booking.id()))
                .or(() -> Optional.ofNullable(byKey.get(keys.of(booking))).map(Booking::status));
    }

    @Override
    public void save(Booking booking) {
        byKey.remove(keys.of(booking));
        byId.put(booking.id(), booking.status());
    }

    @Override
    public OptionalLong nextOpen(BookingScope scope, long from) {
        return byId.tailMap(from).entrySet().stream()
                .filter(entry -> !entry.getValue().equals(BookingStatus.CANCELLED)
                        && !entry.getValue().equals(BookingStatus.REIMBURSED))
                .mapToLong(Map.Entry::getKey)
                .findFirst();
    }

    @Override
    public Stream<RecordedSale> withoutId(BookingScope scope, Instant before) {
        return byKey.entrySet().stream()
                .filter(entry -> entry.getValue().creationDate().isBefore(before)
                        && !entry.getValue().cancelled())
                .map(entry -> new RecordedSale(
                        entry.getKey(),
                        entry.getValue().stockId(),
                        entry.getValue().quantity()));
    }

    @Override
    public long watermark(BookingScope scope) {
        return watermark;
    }

    @Override
    public void watermark(BookingScope scope, long bookingId) {
        watermark = bookingId;
    }
}
