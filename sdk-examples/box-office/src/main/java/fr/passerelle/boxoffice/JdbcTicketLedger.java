package fr.passerelle.boxoffice;

import fr.passerelle.boxoffice.Database.Transaction;
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
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A ledger in the tables {@code booking} and {@code ticket}, shared by all processes on that database. What the
 * reconciler has found live in the programme is no orphan, whatever happened on the way.
 */
final class JdbcTicketLedger implements TicketLedger {

    private static final String LOCK = "SELECT sale, remaining FROM booking WHERE booking_key = ? FOR UPDATE";
    private static final String LATER = """
            SELECT 1 FROM booking
            WHERE visitor_key = ? AND sale IN ('HELD', 'GIVEN') AND booked_at > ?""";
    private static final String ORPHAN_EARLIER = """
            UPDATE booking SET sale = 'ORPHAN', status = 'CANCELLED'
            WHERE visitor_key = ? AND sale IN ('HELD', 'GIVEN')""";
    private static final String HOLD = """
            INSERT INTO booking
                (booking_key, visitor_key, venue_id, offer_id, stock_id, quantity, booked_at, sale)
            VALUES (?, ?, ?, ?, ?, ?, ?, 'HELD')""";
    private static final String DELIVER_AGAIN = "UPDATE booking SET deliveries = deliveries + 1 WHERE booking_key = ?";
    private static final String TICKETS =
            "SELECT barcode, seat, cancelled FROM ticket WHERE booking_key = ? ORDER BY place";
    private static final String GIVE = """
            UPDATE booking
            SET deliveries = 1, remaining = ?,
                status = CASE WHEN sale = 'HELD' THEN 'CONFIRMED' ELSE 'CANCELLED' END,
                sale = CASE WHEN sale = 'HELD' THEN 'GIVEN' ELSE 'ORPHAN' END
            WHERE booking_key = ?""";
    private static final String DROP_TICKET = "DELETE FROM ticket WHERE barcode = ?";
    private static final String ADD_TICKET =
            "INSERT INTO ticket (barcode, booking_key, place, seat, cancelled) VALUES (?, ?, ?, ?, FALSE)";
    private static final String FORGET = """
            DELETE FROM booking
            WHERE booking_key = ? AND sale IN ('HELD', 'ORPHAN')
                AND NOT EXISTS (SELECT 1 FROM ticket WHERE ticket.booking_key = booking.booking_key)""";
    private static final String WITHDRAW = """
            UPDATE booking SET deliveries = deliveries - 1
            WHERE booking_key = ? AND sale IN ('GIVEN', 'ORPHAN') AND deliveries > 0""";
    private static final String ORPHAN_IF_LAST =
            "UPDATE booking SET sale = 'ORPHAN', status = 'CANCELLED' WHERE booking_key = ? AND deliveries = 0";
    private static final String UNDONE =
            "UPDATE booking SET sale = 'UNDONE', status = 'CANCELLED' WHERE booking_key = ? AND sale = 'ORPHAN'";
    private static final String SALE_OF_TICKET = "SELECT booking_key FROM ticket WHERE barcode = ?";
    private static final String ADD_STRAY =
            "INSERT INTO ticket (barcode, booking_key, place, seat, cancelled) VALUES (?, NULL, 1, NULL, TRUE)";
    private static final String CANCEL_TICKET = "UPDATE ticket SET cancelled = TRUE WHERE barcode = ?";
    private static final String CANCEL = """
            UPDATE booking
            SET status = 'CANCELLED',
                sale = CASE
                    WHEN EXISTS (SELECT 1 FROM ticket WHERE ticket.booking_key = booking.booking_key AND NOT cancelled)
                    THEN 'ORPHAN' ELSE 'CANCELLED' END
            WHERE booking_key = ? AND sale <> 'UNDONE'""";
    private static final String STATE_OF_TICKET = """
            SELECT CASE WHEN ticket.cancelled THEN 'CANCELLED' ELSE booking.sale END
            FROM ticket LEFT JOIN booking ON booking.booking_key = ticket.booking_key
            WHERE barcode = ?""";
    private static final String ORPHANS = """
            SELECT booking_key, visitor_key, venue_id, offer_id, stock_id, quantity, booked_at, sale
            FROM booking
            WHERE (sale = 'ORPHAN' OR (sale = 'HELD' AND booked_at < ?))
                AND (programme_id IS NULL OR status = 'CANCELLED')
            ORDER BY booked_at""";

    private final Database database;

    JdbcTicketLedger(Database database) {
        this.database = database;
    }

    @Override
    public Claim claim(SaleAttempt attempt) {
        return database.transaction(transaction -> {
            Optional<Claim> known = known(transaction, attempt.key());
            if (known.isPresent()) {
                return known.get();
            }
            OffsetDateTime bookedAt = atUtc(attempt.bookedAt());
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
                    bookedAt);
            return new Claim.First();
        });
    }

    private static Optional<Claim> known(Transaction transaction, BookingKey booking) throws SQLException {
        record Sale(Optional<SaleState> state, Remaining remaining) {}
        Optional<Sale> known =
                transaction.first(LOCK, row -> new Sale(state(row, 1), remaining(row, 2)), booking.value());
        if (known.isEmpty()) {
            return Optional.empty();
        }
        SaleState state = known.get().state().orElse(null);
        if (state == SaleState.GIVEN) {
            transaction.change(DELIVER_AGAIN, booking.value());
            List<Ticket> tickets = transaction.list(TICKETS, JdbcTicketLedger::ticket, booking.value());
            return Optional.of(new Claim.Sold(tickets, known.get().remaining()));
        }
        return Optional.of(state == SaleState.HELD ? new Claim.InProgress() : new Claim.Over());
    }

    @Override
    public boolean give(BookingKey booking, List<Ticket> tickets, Remaining remaining) {
        return database.transaction(transaction -> {
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
        database.transaction(transaction -> transaction.change(FORGET, booking.value()));
    }

    @Override
    public boolean withdraw(BookingKey booking) {
        return database.transaction(transaction -> transaction.change(WITHDRAW, booking.value()) == 1
                && transaction.change(ORPHAN_IF_LAST, booking.value()) == 1);
    }

    @Override
    public void undone(BookingKey booking) {
        database.transaction(transaction -> transaction.change(UNDONE, booking.value()));
    }

    @Override
    public void cancelled(List<String> barcodes) {
        database.transaction(transaction -> {
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
        return database.transaction(transaction -> transaction
                .first(STATE_OF_TICKET, row -> state(row, 1), barcode)
                .flatMap(found -> found));
    }

    @Override
    public List<LedgerEntry> orphans(Instant heldBefore) {
        return database.transaction(transaction -> {
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
                        new BookingKey(row.getString("visitor_key")),
                        row.getLong("venue_id"),
                        row.getLong("offer_id"),
                        row.getLong("stock_id"),
                        row.getInt("quantity"),
                        row.getObject("booked_at", OffsetDateTime.class).toInstant()),
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

    /** Not later than a database can tell. */
    private static OffsetDateTime atUtc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
