package fr.passerelle.jdbc;

import fr.passerelle.door.DoorJournal;
import fr.passerelle.door.TicketKey;
import fr.passerelle.jdbc.Transactions.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A journal in a database, shared by all doors of an evening, in one process or in many: of two that scan the last
 * place of a ticket one lets in. Its tables are those of {@link Schema}.
 *
 * <p>Each call is a transaction of its own, as with the {@linkplain JdbcTicketLedger ledger}, and throws a
 * {@link DatabaseException} if the database fails: the door then says that it cannot be noted. Safe for use by many
 * threads.
 */
public final class JdbcDoorJournal implements DoorJournal {

    /** Longest name of an evening, in characters. */
    public static final int LONGEST_EVENING = 60;

    private static final String READ_EVENING =
            "SELECT salt, secret_check FROM passerelle_door_evening WHERE evening = ?";
    private static final String BEGIN =
            "INSERT INTO passerelle_door_evening (evening, salt, secret_check) VALUES (?, ?, ?)";
    private static final String LOCK =
            "SELECT heads, places FROM passerelle_door_ticket WHERE evening = ? AND ticket = ? FOR UPDATE";
    private static final String NEW_TICKET = """
            INSERT INTO passerelle_door_ticket (evening, ticket, heads, places, mark, booking_id)
            VALUES (?, ?, ?, ?, ?, ?)""";
    private static final String LET_IN = """
            UPDATE passerelle_door_ticket
            SET heads = heads + ?, places = ?, booking_id = COALESCE(booking_id, ?)
            WHERE evening = ? AND ticket = ?""";
    private static final String NOTE = """
            INSERT INTO passerelle_door_admission
                (evening, nonce, ticket, source, door, admitted_at, heads, places, basis, booking_id, sealed_code, undone)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)""";
    private static final String UNDO =
            "UPDATE passerelle_door_admission SET undone = 1 WHERE evening = ? AND nonce = ? AND undone = 0";
    private static final String LET_OUT =
            "UPDATE passerelle_door_ticket SET heads = heads - ? WHERE evening = ? AND ticket = ?";
    private static final String MARK = """
            UPDATE passerelle_door_ticket SET mark = ?, booking_id = COALESCE(?, booking_id)
            WHERE evening = ? AND ticket = ?""";
    private static final String CLAIM = """
            UPDATE passerelle_door_ticket SET sender = ?, sender_until = ?
            WHERE evening = ? AND ticket = ? AND (sender IS NULL OR sender = ? OR sender_until <= ?)""";
    private static final String RELEASE = """
            UPDATE passerelle_door_ticket SET sender = NULL, sender_until = NULL
            WHERE evening = ? AND ticket = ? AND sender = ?""";
    private static final String KEPT =
            "SELECT read_at, content FROM passerelle_door_list WHERE evening = ? AND source = ?";
    private static final String KEEP_FIRST =
            "INSERT INTO passerelle_door_list (read_at, content, evening, source) VALUES (?, ?, ?, ?)";
    private static final String KEEP =
            "UPDATE passerelle_door_list SET read_at = ?, content = ? WHERE evening = ? AND source = ?";
    private static final String DROP_CODES =
            "UPDATE passerelle_door_admission SET sealed_code = '' WHERE evening = ? AND ticket = ?";
    private static final String ENTRIES = """
            SELECT a.nonce, a.ticket, a.source, a.door, a.admitted_at, a.heads, a.places, a.basis, a.booking_id,
                   a.sealed_code, a.undone, t.heads AS heads_in, t.mark, t.booking_id AS known_id
            FROM passerelle_door_admission a
            JOIN passerelle_door_ticket t ON t.evening = a.evening AND t.ticket = a.ticket
            WHERE a.evening = ? AND\s""";
    private static final String IN_ORDER = " ORDER BY a.undone DESC, a.admitted_at, a.nonce";
    private static final String OF_TICKET = ENTRIES + "a.ticket = ?" + IN_ORDER;
    private static final String OF_NONCE = ENTRIES + "a.nonce = ?";
    private static final String UNSETTLED = ENTRIES
            + "((t.mark = 'TO_SEND' AND t.heads > 0) OR t.mark = 'SENDING' OR (t.mark = 'USED' AND t.heads = 0))"
            + IN_ORDER;
    private static final String HEADS = "SELECT SUM(heads) FROM passerelle_door_ticket WHERE evening = ?";
    private static final List<String> DELETE = List.of(
            "DELETE FROM passerelle_door_admission WHERE evening = ?",
            "DELETE FROM passerelle_door_ticket WHERE evening = ?",
            "DELETE FROM passerelle_door_list WHERE evening = ?",
            "DELETE FROM passerelle_door_evening WHERE evening = ?");

    private final Transactions database;
    private final String evening;

    /**
     * The journal of an evening; asks the database nothing yet.
     *
     * @param database with the tables of {@link Schema}
     * @param evening which evening, the same for all its doors: a date and a hall, say
     * @throws IllegalArgumentException if the name is blank or longer than {@value #LONGEST_EVENING} characters
     */
    public JdbcDoorJournal(DataSource database, String evening) {
        if (evening.isBlank() || evening.length() > LONGEST_EVENING) {
            throw new IllegalArgumentException("evening: 1 to " + LONGEST_EVENING + " characters");
        }
        this.database = new Transactions(Objects.requireNonNull(database, "database"));
        this.evening = evening;
    }

    /** An admission, whether it was taken back, and how its ticket stands if it is the last. */
    private record Row(Entry entry, boolean undone, Standing standing) {

        static Row read(ResultSet row) throws SQLException {
            Entry entry = new Entry(
                    UUID.fromString(row.getString("nonce")),
                    TicketKey.of(HexFormat.of().parseHex(row.getString("ticket"))),
                    row.getString("source"),
                    row.getString("door"),
                    moment(row, "admitted_at"),
                    row.getInt("heads"),
                    row.getInt("places"),
                    Basis.valueOf(row.getString("basis")),
                    id(row, "booking_id"),
                    HexFormat.of().parseHex(row.getString("sealed_code")));
            Standing standing = new Standing(
                    entry, row.getInt("heads_in"), Mark.valueOf(row.getString("mark")), id(row, "known_id"));
            return new Row(entry, row.getInt("undone") == 1, standing);
        }

        private static OptionalLong id(ResultSet row, String column) throws SQLException {
            long id = row.getLong(column);
            return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(id);
        }
    }

    @Override
    public Evening evening(Evening ifNew) {
        return database.run(transaction -> {
            Optional<Evening> begun = transaction.first(
                    READ_EVENING,
                    row -> new Evening(
                            HexFormat.of().parseHex(row.getString(1)),
                            HexFormat.of().parseHex(row.getString(2))),
                    evening);
            if (begun.isEmpty()) {
                transaction.change(BEGIN, evening, hex(ifNew.salt()), hex(ifNew.check()));
            }
            return begun.orElse(ifNew);
        });
    }

    @Override
    public Ruling admit(Entry entry) {
        return database.run(transaction -> {
            Optional<Row> before = transaction.first(
                    OF_NONCE, Row::read, evening, entry.nonce().toString());
            if (before.isPresent()) {
                Row row = before.get();
                return new Ruling.Repeated(
                        standing(transaction, row.entry().ticket()).orElseThrow(), row.entry(), row.undone());
            }
            String ticket = hex(entry.ticket().bytes());
            Optional<int[]> taken =
                    transaction.first(LOCK, row -> new int[] {row.getInt(1), row.getInt(2)}, evening, ticket);
            if (taken.isPresent()) {
                int places = Math.max(taken.get()[1], entry.places());
                if (taken.get()[0] + entry.heads() > places) {
                    return new Ruling.Full(standing(transaction, entry.ticket()).orElseThrow());
                }
                transaction.change(LET_IN, entry.heads(), places, id(entry.reference()), evening, ticket);
            } else {
                Mark mark = entry.sealedCode().length == 0 ? Mark.NONE : Mark.TO_SEND;
                transaction.change(
                        NEW_TICKET, evening, ticket, entry.heads(), entry.places(), mark.name(), id(entry.reference()));
            }
            note(transaction, entry, ticket);
            return new Ruling.In(standing(transaction, entry.ticket()).orElseThrow());
        });
    }

    private void note(Transaction transaction, Entry entry, String ticket) throws SQLException {
        transaction.change(
                NOTE,
                evening,
                entry.nonce().toString(),
                ticket,
                entry.source(),
                entry.door(),
                JdbcTicketLedger.atUtc(entry.at()),
                entry.heads(),
                entry.places(),
                entry.basis().name(),
                id(entry.reference()),
                hex(entry.sealedCode()));
    }

    @Override
    public boolean undo(UUID nonce, Instant at) {
        return database.run(transaction -> {
            Optional<Row> row = transaction.first(OF_NONCE, Row::read, evening, nonce.toString());
            if (row.isEmpty() || transaction.change(UNDO, evening, nonce.toString()) == 0) {
                return false;
            }
            Entry entry = row.get().entry();
            transaction.change(
                    LET_OUT, entry.heads(), evening, hex(entry.ticket().bytes()));
            return true;
        });
    }

    @Override
    public void mark(TicketKey ticket, Mark mark, OptionalLong reference) {
        database.run(transaction -> {
            if (mark.settled()) {
                transaction.change(DROP_CODES, evening, hex(ticket.bytes()));
            }
            return transaction.change(MARK, mark.name(), id(reference), evening, hex(ticket.bytes()));
        });
    }

    @Override
    public Optional<Standing> claim(TicketKey ticket, UUID by, Instant now, Instant until) {
        String key = hex(ticket.bytes());
        return database.run(transaction -> {
            int taken = transaction.change(
                    CLAIM,
                    by.toString(),
                    JdbcTicketLedger.atUtc(until),
                    evening,
                    key,
                    by.toString(),
                    JdbcTicketLedger.atUtc(now));
            return taken == 0 ? Optional.empty() : standing(transaction, ticket);
        });
    }

    @Override
    public void release(TicketKey ticket, UUID by) {
        database.run(transaction -> transaction.change(RELEASE, evening, hex(ticket.bytes()), by.toString()));
    }

    @Override
    public void keep(String source, KeptList list) {
        Object[] values = {JdbcTicketLedger.atUtc(list.readAt()), list.sealed(), evening, source};
        database.run(transaction -> {
            int replaced = transaction.change(KEEP, values);
            return replaced > 0 ? replaced : transaction.change(KEEP_FIRST, values);
        });
    }

    @Override
    public Optional<KeptList> kept(String source) {
        return database.run(transaction -> transaction.first(
                KEPT, row -> new KeptList(moment(row, "read_at"), row.getBytes("content")), evening, source));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    @Override
    public Optional<Standing> find(TicketKey ticket) {
        return database.run(transaction -> standing(transaction, ticket));
    }

    /** The last row is the last who came in, or of all if nobody is. */
    private Optional<Standing> standing(Transaction transaction, TicketKey ticket) throws SQLException {
        List<Row> rows = transaction.list(OF_TICKET, Row::read, evening, hex(ticket.bytes()));
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(rows.get(rows.size() - 1).standing());
    }

    @Override
    public Optional<Entry> find(UUID nonce) {
        return database.run(transaction -> transaction
                .first(OF_NONCE, Row::read, evening, nonce.toString())
                .map(Row::entry));
    }

    @Override
    public boolean isIn(UUID nonce) {
        return database.run(transaction -> transaction
                .first(OF_NONCE, Row::read, evening, nonce.toString())
                .filter(row -> !row.undone())
                .isPresent());
    }

    @Override
    public List<Standing> unsettled() {
        List<Row> rows = database.run(transaction -> transaction.list(UNSETTLED, Row::read, evening));
        Map<TicketKey, Standing> last = new LinkedHashMap<>();
        rows.forEach(row -> last.put(row.entry().ticket(), row.standing()));
        return last.values().stream()
                .sorted((one, other) -> one.last().at().compareTo(other.last().at()))
                .toList();
    }

    @Override
    public int headsIn() {
        return database.run(transaction ->
                transaction.first(HEADS, row -> row.getInt(1), evening).orElse(0));
    }

    /**
     * Deletes the evening, codes and all: when it is over, and nothing is left to be sent.
     *
     * @throws DatabaseException if the database fails
     */
    public void delete() {
        database.run(transaction -> {
            int rows = 0;
            for (String table : DELETE) {
                rows += transaction.change(table, evening);
            }
            return rows;
        });
    }

    /** Nothing to let go of: connections go back after each call. */
    @Override
    public void close() {}

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static @Nullable Long id(OptionalLong id) {
        return id.isPresent() ? id.getAsLong() : null;
    }
}
