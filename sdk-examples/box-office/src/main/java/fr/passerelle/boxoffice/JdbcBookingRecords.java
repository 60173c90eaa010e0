package fr.passerelle.boxoffice;

import fr.passerelle.boxoffice.Database.Transaction;
import fr.passerelle.model.booking.Booking;
import fr.passerelle.model.booking.BookingStatus;
import fr.passerelle.reconciliation.BookingRecords;
import fr.passerelle.reconciliation.BookingScope;
import fr.passerelle.reconciliation.RecordedSale;
import fr.passerelle.ticketing.BookingKey;
import fr.passerelle.ticketing.BookingKeys;
import fr.passerelle.ticketing.BookingMessage;
import fr.passerelle.ticketing.NotificationAction;
import fr.passerelle.ticketing.NotificationMessage;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the table {@code booking} knows: sales of the ledger, what was told by notifications, what was read. */
final class JdbcBookingRecords implements BookingRecords {

    private static final String BY_ID = "SELECT booking_key FROM booking WHERE programme_id = ?";
    private static final String BY_DATE =
            "SELECT booking_key FROM booking WHERE programme_id IS NULL AND stock_id = ? AND booked_at = ?";
    private static final String STATUS = "SELECT status FROM booking WHERE booking_key = ?";
    private static final String UPDATE = "UPDATE booking SET status = ?, programme_id = ? WHERE booking_key = ?";
    private static final String INSERT = """
            INSERT INTO booking
                (booking_key, programme_id, venue_id, offer_id, stock_id, quantity, booked_at, status)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String IS_KNOWN = "SELECT 1 FROM booking WHERE booking_key = ?";
    private static final String CANCEL = "UPDATE booking SET status = 'CANCELLED' WHERE booking_key = ?";
    private static final String NEXT_OPEN = """
            SELECT MIN(programme_id) FROM booking
            WHERE %s = ? AND programme_id >= ? AND status NOT IN ('CANCELLED', 'REIMBURSED')""";
    private static final String WITHOUT_ID = """
            SELECT booking_key, stock_id, quantity FROM booking
            WHERE %s = ? AND programme_id IS NULL AND status <> 'CANCELLED' AND booked_at < ?""";
    private static final String READ_WATERMARK = "SELECT booking_id FROM watermark WHERE scope = ? AND scope_id = ?";
    private static final String MOVE_WATERMARK = "UPDATE watermark SET booking_id = ? WHERE scope = ? AND scope_id = ?";
    private static final String NEW_WATERMARK = "INSERT INTO watermark (booking_id, scope, scope_id) VALUES (?, ?, ?)";

    private final Database database;
    private final BookingKeys keys;

    JdbcBookingRecords(Database database, BookingKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    /** Takes note of news. They come once each, in any order: that of a booking never revives a cancelled one. */
    void note(NotificationMessage news) {
        BookingMessage booking = news.booking();
        BookingKey key = keys.of(booking);
        boolean cancelled = news.action().equals(NotificationAction.CANCEL);
        if (!news.action().known()) {
            return;
        }
        database.transaction(transaction -> {
            boolean known = cancelled
                    ? transaction.change(CANCEL, key.value()) > 0
                    : transaction
                            .first(IS_KNOWN, row -> row.getInt(1), key.value())
                            .isPresent();
            return known
                    ? 0
                    : insert(
                            transaction,
                            key,
                            null,
                            booking.venueId(),
                            booking.offerId(),
                            booking.stockId(),
                            booking.quantity(),
                            booking.creationDate(),
                            cancelled ? BookingStatus.CANCELLED : BookingStatus.CONFIRMED);
        });
    }

    @Override
    public Optional<BookingStatus> status(Booking booking) {
        return database.transaction(transaction -> {
            Optional<String> record = find(transaction, booking);
            return record.isEmpty()
                    ? Optional.<BookingStatus>empty()
                    : transaction
                            .first(
                                    STATUS,
                                    row -> Optional.ofNullable(row.getString(1)).map(BookingStatus::of),
                                    record.get())
                            .flatMap(found -> found);
        });
    }

    /** By id, else by key; and if the beneficiary's address has changed since, by date and moment. */
    private Optional<String> find(Transaction transaction, Booking booking) throws SQLException {
        Optional<String> byId = transaction.first(BY_ID, row -> row.getString(1), booking.id());
        if (byId.isPresent()) {
            return byId;
        }
        List<String> atThatMoment = transaction.list(
                BY_DATE,
                row -> row.getString(1),
                booking.stockId(),
                booking.creationDate().atOffset(ZoneOffset.UTC));
        String key = keys.of(booking).value();
        return atThatMoment.contains(key)
                ? Optional.of(key)
                : atThatMoment.stream().filter(only -> atThatMoment.size() == 1).findFirst();
    }

    @Override
    public void save(Booking booking) {
        database.transaction(transaction -> {
            Optional<String> record = find(transaction, booking);
            return record.isPresent()
                    ? transaction.change(UPDATE, booking.status().value(), booking.id(), record.get())
                    : insert(
                            transaction,
                            keys.of(booking),
                            booking.id(),
                            booking.venueId(),
                            booking.offerId(),
                            booking.stockId(),
                            booking.quantity(),
                            booking.creationDate(),
                            booking.status());
        });
    }

    private static int insert(
            Transaction transaction,
            BookingKey key,
            @Nullable Long programmeId,
            long venueId,
            long offerId,
            long stockId,
            int quantity,
            Instant bookedAt,
            BookingStatus status)
            throws SQLException {
        return transaction.change(
                INSERT,
                key.value(),
                programmeId,
                venueId,
                offerId,
                stockId,
                quantity,
                bookedAt.atOffset(ZoneOffset.UTC),
                status.value());
    }

    @Override
    public OptionalLong nextOpen(BookingScope scope, long from) {
        return database.transaction(transaction -> transaction
                .first(
                        NEXT_OPEN.formatted(column(scope)),
                        row -> {
                            long id = row.getLong(1);
                            return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(id);
                        },
                        scope.id(),
                        from)
                .orElseGet(OptionalLong::empty));
    }

    /** Few, if all is well: read at once, so that no transaction stays open while they are worked through. */
    @Override
    public Stream<RecordedSale> withoutId(BookingScope scope, Instant before) {
        return database
                .transaction(transaction -> transaction.list(
                        WITHOUT_ID.formatted(column(scope)),
                        row -> new RecordedSale(
                                new BookingKey(row.getString("booking_key")),
                                row.getLong("stock_id"),
                                row.getInt("quantity")),
                        scope.id(),
                        before.atOffset(ZoneOffset.UTC)))
                .stream();
    }

    @Override
    public long watermark(BookingScope scope) {
        return database.transaction(transaction -> transaction
                .first(READ_WATERMARK, row -> row.getLong(1), scope.kind().name(), scope.id())
                .orElse(0L));
    }

    @Override
    public void watermark(BookingScope scope, long bookingId) {
        Object[] values = {bookingId, scope.kind().name(), scope.id()};
        database.transaction(transaction ->
                transaction.change(MOVE_WATERMARK, values) > 0 || transaction.change(NEW_WATERMARK, values) > 0);
    }

    /** One of two words of our own: no text from outside gets into a command. */
    private static String column(BookingScope scope) {
        return scope.kind() == BookingScope.Kind.VENUE ? "venue_id" : "offer_id";
    }
}
