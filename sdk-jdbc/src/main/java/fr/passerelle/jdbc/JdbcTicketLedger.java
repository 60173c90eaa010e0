package fr.passerelle.jdbc;

import fr.passerelle.jdbc.Transactions.Transaction;
import fr.passerelle.model.value.Remaining;
import fr.passerelle.ticketing.BookingKey;
import fr.passerelle.ticketing.Claim;
import fr.passerelle.ticketing.LedgerEntry;
import fr.passerelle.ticketing.SaleAttempt;
import fr.passerelle.ticketing.SaleState;
import fr.passerelle.ticketing.Ticket;
import fr.passerelle.ticketing.TicketLedger;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;

/**
 * A ledger in a database, shared by all processes that use it. Its tables are those of {@link Schema}. What the
 * {@linkplain JdbcBookingRecords reconciler's records} in the same database have found live in the programme is no
 * orphan, whatever happened on the way.
 *
 * <p>Each call is a transaction of its own, at READ COMMITTED, on a connection that it takes and gives back: hand it
 * the plain {@link DataSource}, not one that takes part in transactions of the caller's thread. Each method throws a
 * {@link DatabaseException} if the database fails; what deadlocks or comes second is retried before that.
 *
 * <p>If a {@link #claim} throws although the database kept it, the same ledger recognises it when the booking's message
 * comes again, and lets it be sold. Another process cannot tell it from one that is being sold, until it shows among
 * the {@link #orphans}. Safe for use by many threads.
 */
public final class JdbcTicketLedger implements TicketLedger {

    private static final String LOCK =
            "SELECT sale, remaining, holder FROM passerelle_booking WHERE booking_key = ? FOR UPDATE";
    private static final String LATER = """
            SELECT 1 FROM passerelle_booking
            WHERE beneficiary_key = ? AND sale IN ('HELD', 'GIVEN') AND booked_at > ?""";
    private static final String ORPHAN_EARLIER = """
            UPDATE passerelle_booking SET sale = 'ORPHAN', status = 'CANCELLED'
            WHERE beneficiary_key = ? AND sale IN ('HELD', 'GIVEN')""";
    private static final String HOLD = """
            INSERT INTO passerelle_booking
                (booking_key, beneficiary_key, venue_id, offer_id, stock_id, quantity, booked_at, holder, sale)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'HELD')""";
    private static final String DELIVER_AGAIN =
            "UPDATE passerelle_booking SET deliveries = deliveries + 1 WHERE booking_key = ?";
    private static final String TICKETS =
            "SELECT barcode, seat, cancelled FROM passerelle_ticket WHERE booking_key = ? ORDER BY place";
    private static final String GIVE = """
            UPDATE passerelle_booking
            SET deliveries = 1, remaining = ?,
                status = CASE WHEN sale = 'HELD' THEN 'CONFIRMED' ELSE 'CANCELLED' END,
                sale = CASE WHEN sale = 'HELD' THEN 'GIVEN' ELSE 'ORPHAN' END
            WHERE booking_key = ?""";
    private static final String DROP_TICKET = "DELETE FROM passerelle_ticket WHERE barcode = ?";
    private static final String ADD_TICKET =
            "INSERT INTO passerelle_ticket (barcode, booking_key, place, seat, cancelled) VALUES (?, ?, ?, ?, FALSE)";
    private static final String FORGET = """
            DELETE FROM passerelle_booking
            WHERE booking_key = ? AND sale IN ('HELD', 'ORPHAN')
                AND NOT EXISTS (
                    SELECT 1 FROM passerelle_ticket t WHERE t.booking_key = passerelle_booking.booking_key)""";
    private static final String WITHDRAW = """
            UPDATE passerelle_booking SET deliveries = deliveries - 1
            WHERE booking_key = ? AND sale IN ('GIVEN', 'ORPHAN') AND deliveries > 0""";
    private static final String DELIVERIES = "SELECT deliveries FROM passerelle_booking WHERE booking_key = ?";
    private static final String ORPHAN =
            "UPDATE passerelle_booking SET sale = 'ORPHAN', status = 'CANCELLED' WHERE booking_key = ?";
    private static final String UNDONE =
            "UPDATE passerelle_booking SET sale = 'UNDONE', status = 'CANCELLED' WHERE booking_key = ? AND sale = 'ORPHAN'";
    private static final String SALE_OF_TICKET = "SELECT booking_key FROM passerelle_ticket WHERE barcode = ?";
    private static final String ADD_STRAY =
            "INSERT INTO passerelle_ticket (barcode, booking_key, place, seat, cancelled) VALUES (?, NULL, 1, NULL, TRUE)";
    private static final String CANCEL_TICKET = "UPDATE passerelle_ticket SET cancelled = TRUE WHERE barcode = ?";
    private static final String CANCEL = """
            UPDATE passerelle_booking
            SET status = 'CANCELLED',
                sale = CASE
                    WHEN EXISTS (
                        SELECT 1 FROM passerelle_ticket t
                        WHERE t.booking_key = passerelle_booking.booking_key AND NOT t.cancelled)
                    THEN 'ORPHAN' ELSE 'CANCELLED' END
            WHERE booking_key = ? AND sale <> 'UNDONE'""";
    private static final String STATE_OF_TICKET = """
            SELECT CASE WHEN t.cancelled THEN 'CANCELLED' ELSE b.sale END
            FROM passerelle_ticket t LEFT JOIN passerelle_booking b ON b.booking_key = t.booking_key
            WHERE t.barcode = ?""";
    private static final String ORPHANS = """
            SELECT booking_key, beneficiary_key, venue_id, offer_id, stock_id, quantity, booked_at, sale
            FROM passerelle_booking
            WHERE (sale = 'ORPHAN' OR (sale = 'HELD' AND booked_at < ?))
                AND (programme_id IS NULL OR status = 'CANCELLED')
            ORDER BY booked_at""";

    private final Transactions database;
    private final DoubtfulClaims doubtful = new DoubtfulClaims();

    /**
     * A ledger; asks the database nothing yet.
     *
     * @param database with the tables of {@link Schema}
     */
    public JdbcTicketLedger(DataSource database) {
        this.database = new Transactions(database);
    }

    @Override
    public Claim claim(SaleAttempt attempt) {
        String holder = doubtful.takeOrNew(attempt.key());
        try {
            return database.run(transaction -> claim(transaction, attempt, holder));
        } catch (Throwable failure) {
            doubtful.put(attempt.key(), holder);
            throw failure;
        }
    }

    private static Claim claim(Transaction transaction, SaleAttempt attempt, String holder) throws SQLException {
        Optional<Claim> known = known(transaction, attempt.key(), holder);
        if (known.isPresent()) {
            return known.get();
        }
        LocalDateTime bookedAt = atUtc(attempt.bookedAt());
        String beneficiary = attempt.beneficiary().value();
        if (transaction
                .first(LATER, row -> row.getInt(1), beneficiary, bookedAt)
                .isPresent()) {
            return new Claim.Over();
        }
        transaction.change(ORPHAN_EARLIER, beneficiary);
        transaction.change(
                HOLD,
                attempt.key().value(),
                beneficiary,
                attempt.venueId(),
                attempt.offerId(),
                attempt.stockId(),
                attempt.quantity(),
                bookedAt,
                holder);
        return new Claim.First();
    }

    private static Optional<Claim> known(Transaction transaction, BookingKey booking, String holder)
            throws SQLException {
        record Sale(Optional<SaleState> state, Remaining remaining, boolean own) {}
        Optional<Sale> known = transaction.first(
                LOCK,
                row -> new Sale(state(row, 1), remaining(row, 2), holder.equals(row.getString(3))),
                booking.value());
        if (known.isEmpty()) {
            return Optional.empty();
        }
        SaleState state = known.get().state().orElse(null);
        if (state == SaleState.GIVEN) {
            transaction.change(DELIVER_AGAIN, booking.value());
            List<Ticket> tickets = transaction.list(TICKETS, JdbcTicketLedger::ticket, booking.value());
            return Optional.of(new Claim.Sold(tickets, known.get().remaining()));
        }
        if (state != SaleState.HELD) {
            return Optional.of(new Claim.Over());
        }
        return Optional.of(known.get().own() ? new Claim.First() : new Claim.InProgress());
    }

    @Override
    public boolean give(BookingKey booking, List<Ticket> tickets, Remaining remaining) {
        return database.run(transaction -> {
            SaleState state = transaction
                    .first(LOCK, row -> state(row, 1), booking.value())
                    .flatMap(found -> found)
                    .orElse(null);
            boolean waits = state == SaleState.HELD || state == SaleState.ORPHAN;
            if (!waits
                    || !transaction
                            .list(TICKETS, JdbcTicketLedger::ticket, booking.value())
                            .isEmpty()) {
                throw new IllegalStateException("given without being held");
            }
            for (int i = 0; i < tickets.size(); i++) {
                Ticket ticket = tickets.get(i);
                transaction.change(DROP_TICKET, ticket.barcode());
                transaction.change(
                        ADD_TICKET,
                        ticket.barcode(),
                        booking.value(),
                        i + 1,
                        ticket.seat().orElse(null));
            }
            OptionalLong count = remaining.count();
            transaction.change(GIVE, count.isPresent() ? count.getAsLong() : null, booking.value());
            return state == SaleState.HELD;
        });
    }

    @Override
    public void forget(BookingKey booking) {
        database.run(transaction -> transaction.change(FORGET, booking.value()));
    }

    @Override
    public boolean withdraw(BookingKey booking) {
        return database.run(transaction -> {
            if (transaction.change(WITHDRAW, booking.value()) == 0
                    || transaction
                            .first(DELIVERIES, row -> row.getInt(1), booking.value())
                            .filter(left -> left == 0)
                            .isEmpty()) {
                return false;
            }
            transaction.change(ORPHAN, booking.value());
            return true;
        });
    }

    @Override
    public void undone(BookingKey booking) {
        database.run(transaction -> transaction.change(UNDONE, booking.value()));
    }

    @Override
    public void cancelled(List<String> barcodes) {
        database.run(transaction -> {
            for (String barcode : barcodes) {
                if (mayBeATicket(barcode)) {
                    cancel(transaction, barcode);
                }
            }
            return barcodes;
        });
    }

    private static void cancel(Transaction transaction, String barcode) throws SQLException {
        Optional<Optional<String>> ticket =
                transaction.first(SALE_OF_TICKET, row -> Optional.ofNullable(row.getString(1)), barcode);
        if (ticket.isEmpty()) {
            transaction.change(ADD_STRAY, barcode);
            return;
        }
        if (ticket.get().isPresent()) {
            String booking = ticket.get().get();
            transaction.first(LOCK, row -> state(row, 1), booking); // the other ticket of a pair waits here
            transaction.change(CANCEL_TICKET, barcode);
            transaction.change(CANCEL, booking);
        }
    }

    /** No ticket has a barcode that was longer, or that a database cannot hold. */
    private static boolean mayBeATicket(String barcode) {
        return barcode.codePointCount(0, barcode.length()) <= Ticket.MAX_LENGTH
                && barcode.indexOf('\0') < 0
                && StandardCharsets.UTF_8.newEncoder().canEncode(barcode);
    }

    @Override
    public Optional<SaleState> ticket(String barcode) {
        return database.run(transaction -> transaction
                .first(STATE_OF_TICKET, row -> state(row, 1), barcode)
                .flatMap(found -> found));
    }

    @Override
    public List<LedgerEntry> orphans(Instant heldBefore) {
        return database.run(transaction -> {
            List<LedgerEntry> entries = new ArrayList<>();
            for (LedgerEntry found : transaction.list(ORPHANS, JdbcTicketLedger::entry, atUtc(heldBefore))) {
                List<Ticket> out = transaction
                        .list(
                                TICKETS,
                                row -> row.getBoolean("cancelled")
                                        ? Optional.<Ticket>empty()
                                        : Optional.of(ticket(row)),
                                found.attempt().key().value())
                        .stream()
                        .flatMap(Optional::stream)
                        .toList();
                entries.add(new LedgerEntry(found.attempt(), found.state(), out));
            }
            return entries;
        });
    }

    private static LedgerEntry entry(ResultSet row) throws SQLException {
        return new LedgerEntry(
                new SaleAttempt(
                        new BookingKey(row.getString("booking_key")),
                        new BookingKey(row.getString("beneficiary_key")),
                        row.getLong("venue_id"),
                        row.getLong("offer_id"),
                        row.getLong("stock_id"),
                        row.getInt("quantity"),
                        row.getObject("booked_at", LocalDateTime.class).toInstant(ZoneOffset.UTC)),
                SaleState.valueOf(row.getString("sale")),
                List.of());
    }

    private static Ticket ticket(ResultSet row) throws SQLException {
        String seat = row.getString("seat");
        String barcode = row.getString("barcode");
        return seat == null ? Ticket.of(barcode) : Ticket.of(barcode, seat);
    }

    private static Optional<SaleState> state(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(SaleState::valueOf);
    }

    private static Remaining remaining(ResultSet row, int column) throws SQLException {
        long places = row.getLong(column);
        return row.wasNull() ? Remaining.unlimited() : Remaining.of(places);
    }

    /** As the tables have it: a column with a time zone is another thing in each database. */
    static LocalDateTime atUtc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
