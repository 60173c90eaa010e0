package fr.passerelle.jdbc;

import fr.passerelle.jdbc.Transactions.Transaction;
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
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What a database knows of the programme's bookings: sales of the {@linkplain JdbcTicketLedger ledger} in the same
 * database, what {@linkplain #note notifications} told, and what the reconciler has read. Names nobody: of a person it
 * keeps hashes.
 *
 * <p>Each call is a transaction of its own, as with the ledger, and throws a {@link DatabaseException} if the database
 * fails. Safe for use by many threads.
 */
public final class JdbcBookingRecords implements BookingRecords {

    private static final String BY_ID = "SELECT booking_key FROM passerelle_booking WHERE programme_id = ?";
    private static final String BY_DATE =
            "SELECT booking_key FROM passerelle_booking WHERE programme_id IS NULL AND stock_id = ? AND booked_at = ?";
    private static final String STATUS = "SELECT status FROM passerelle_booking WHERE booking_key = ?";
    private static final String UPDATE =
            "UPDATE passerelle_booking SET status = ?, programme_id = ? WHERE booking_key = ?";
    private static final String INSERT = """
            INSERT INTO passerelle_booking
                (booking_key, programme_id, venue_id, offer_id, stock_id, quantity, booked_at, status)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String IS_KNOWN = "SELECT 1 FROM passerelle_booking WHERE booking_key = ?";
    private static final String CANCEL = "UPDATE passerelle_booking SET status = 'CANCELLED' WHERE booking_key = ?";
    private static final String NEXT_OPEN = """
            SELECT MIN(programme_id) FROM passerelle_booking
            WHERE %s = ? AND programme_id >= ? AND status NOT IN ('CANCELLED', 'REIMBURSED')""";
    private static final String WITHOUT_ID = """
            SELECT booking_key, stock_id, quantity FROM passerelle_booking
            WHERE %s = ? AND programme_id IS NULL AND status <> 'CANCELLED' AND booked_at < ?""";
    private static final String READ_WATERMARK =
            "SELECT booking_id FROM passerelle_watermark WHERE scope = ? AND scope_id = ?";
    private static final String MOVE_WATERMARK =
            "UPDATE passerelle_watermark SET booking_id = ? WHERE scope = ? AND scope_id = ?";
    private static final String NEW_WATERMARK =
            "INSERT INTO passerelle_watermark (booking_id, scope, scope_id) VALUES (?, ?, ?)";

    private final Transactions database;
    private final BookingKeys keys;

    /**
     * Records; asks the database nothing yet.
     *
     * @param database with the tables of {@link Schema}
     * @param keys under the same secret as the ledger's
     */
    public JdbcBookingRecords(DataSource database, BookingKeys keys) {
        this.database = new Transactions(database);
        this.keys = Objects.requireNonNull(keys, "keys");
    }

    /**
     * Takes note of news, as a desk's {@code onNotification(records::note)}. They come once each, in any order: that of
     * a booking never revives a cancelled one. Actions that the SDK does not know change nothing.
     *
     * @throws DatabaseException if the database fails
     */
    public void note(NotificationMessage news) {
        BookingMessage booking = news.booking();
        BookingKey key = keys.of(booking);
        boolean cancelled = news.action().equals(NotificationAction.CANCEL);
        if (!news.action().known()) {
            return;
        }
        database.run(transaction -> {
            boolean known = transaction
                    .first(IS_KNOWN, row -> row.getInt(1), key.value())
                    .isPresent();
            if (known) {
                return cancelled ? transaction.change(CANCEL, key.value()) : 0;
            }
            return insert(
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
        return database.run(transaction -> {
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
                BY_DATE, row -> row.getString(1), booking.stockId(), JdbcTicketLedger.atUtc(booking.creationDate()));
        String key = keys.of(booking).value();
        return atThatMoment.contains(key)
                ? Optional.of(key)
                : atThatMoment.stream().filter(only -> atThatMoment.size() == 1).findFirst();
    }

    @Override
    public void save(Booking booking) {
        database.run(transaction -> {
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
                JdbcTicketLedger.atUtc(bookedAt),
                status.value());
    }

    @Override
    public OptionalLong nextOpen(BookingScope scope, long from) {
        return database.run(transaction -> transaction
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
                .run(transaction -> transaction.list(
                        WITHOUT_ID.formatted(column(scope)),
                        row -> new RecordedSale(
                                new BookingKey(row.getString("booking_key")),
                                row.getLong("stock_id"),
                                row.getInt("quantity")),
                        scope.id(),
                        JdbcTicketLedger.atUtc(before)))
                .stream();
    }

    @Override
    public long watermark(BookingScope scope) {
        return database.run(transaction -> watermark(transaction, scope).orElse(0L));
    }

    private static Optional<Long> watermark(Transaction transaction, BookingScope scope) throws SQLException {
        return transaction.first(
                READ_WATERMARK, row -> row.getLong(1), scope.kind().name(), scope.id());
    }

    @Override
    public void watermark(BookingScope scope, long bookingId) {
        Object[] values = {bookingId, scope.kind().name(), scope.id()};
        database.run(transaction ->
                transaction.change(watermark(transaction, scope).isPresent() ? MOVE_WATERMARK : NEW_WATERMARK, values));
    }

    /** One of two words of our own: no text from outside gets into a command. */
    private static String column(BookingScope scope) {
        return scope.kind() == BookingScope.Kind.VENUE ? "venue_id" : "offer_id";
    }
}
