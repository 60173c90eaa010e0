package fr.passerelle.invitationsserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a database holds while no server runs on it: counts against rows, the feed and the audit log against both. */
final class StoredBooks {

    /** Each finds what must not be there. */
    private static final Map<String, String> FAULTS = new LinkedHashMap<>();

    static {
        FAULTS.put(
                "an allotment that promises more than it has, or counts other places than its rows",
                "SELECT a.id FROM allotments a WHERE a.withdrawn + a.held + a.booked + a.allocated > a.quantity"
                        + " OR LEAST(a.withdrawn, a.held, a.booked, a.allocated) < 0 OR a.held <> "
                        + sum("places", "holds", "status = 'ACTIVE'") + " OR a.booked <> "
                        + sum("places", "bookings", "places > 0") + " OR a.allocated <> "
                        + sum("unbooked", "allocations", "unbooked > 0"));
        FAULTS.put(
                "a booking with other vouchers than places",
                "SELECT b.id FROM bookings b WHERE b.status NOT IN ('REQUESTED') AND b.places <>"
                        + " (SELECT COUNT(*) FROM vouchers v WHERE v.booking_id = b.id AND v.status <> 'VOID')");
        FAULTS.put(
                "vouchers of a session that are not numbered without a gap",
                "SELECT s.id FROM sessions s WHERE s.vouchers <> (SELECT COUNT(*) FROM vouchers v WHERE"
                        + " v.session_id = s.id) OR s.vouchers <> (SELECT COALESCE(MAX(v.number), 0) FROM vouchers v"
                        + " WHERE v.session_id = s.id)");
        FAULTS.put(
                "a voucher that is used without having let exactly one person in",
                "SELECT v.number FROM vouchers v WHERE (CASE WHEN v.status = 'USED' THEN 1 ELSE 0 END) <>"
                        + " (SELECT COUNT(*) FROM entries e WHERE e.session_id = v.session_id AND e.number = v.number"
                        + " AND e.outcome = 'ADMITTED')");
        FAULTS.put(
                "a pathway without one of its bookings",
                "SELECT p.id FROM pathways p WHERE 2 <> (SELECT COUNT(*) FROM bookings b WHERE b.pathway_id = p.id)");
        FAULTS.put(
                "a booking of a pathway that is not there",
                "SELECT b.id FROM bookings b WHERE b.pathway_id IS NOT NULL"
                        + " AND NOT EXISTS (SELECT 1 FROM pathways p WHERE p.id = b.pathway_id)");
        FAULTS.put(
                "a call drawn in part",
                "SELECT c.id FROM calls c WHERE (c.status = 'DRAWN') <> (c.draw_log IS NOT NULL) OR (c.status ="
                        + " 'DRAWN') <> (EXISTS (SELECT 1 FROM allocations a WHERE a.call_id = c.id))");
        FAULTS.put(
                "figures of a quarter that is not counted",
                "SELECT f.quarter FROM impact_facts f WHERE NOT EXISTS"
                        + " (SELECT 1 FROM impact_quarters q WHERE q.quarter = f.quarter)");
        FAULTS.put(
                "a feed with a gap",
                "SELECT p.feed FROM programme p WHERE p.feed <> (SELECT COUNT(*) FROM changes)"
                        + " OR p.feed <> (SELECT COALESCE(MAX(sequence), 0) FROM changes)");
        FAULTS.put(
                "a change that can happen once and is told twice",
                "SELECT subject FROM changes WHERE change_word NOT IN ('updated', 'ACTIVE', 'SUSPENDED')"
                        + " GROUP BY kind, subject, change_word HAVING COUNT(*) > 1");
        for (String kind : List.of("session", "allotment", "waitlist", "pathway", "call", "donor", "structure")) {
            String table = kind.equals("waitlist") ? kind : kind + "s";
            FAULTS.put(
                    "a " + kind + " that the feed does not know, or the other way round",
                    "SELECT COUNT(*) FROM programme WHERE (SELECT COUNT(*) FROM " + table + ") <> (SELECT COUNT(*)"
                            + " FROM changes c JOIN " + table + " t ON t.id = c.subject WHERE c.kind = '" + kind
                            + "' AND c.change_word = 'created') HAVING COUNT(*) > 0");
        }
        for (String kind : List.of("hold", "booking", "allocation")) {
            FAULTS.put(
                    "a " + kind + " in another state than the feed told last",
                    "SELECT t.id FROM " + kind + "s t JOIN changes c ON c.subject = t.id WHERE c.kind = '" + kind
                            + "' AND c.change_word <> t.status AND c.sequence = (SELECT MAX(l.sequence) FROM changes l"
                            + " WHERE l.subject = t.id AND l.kind = '" + kind + "' AND l.change_word <> 'updated')");
        }
    }

    private StoredBooks() {}

    private static String sum(String column, String table, String where) {
        return "(SELECT COALESCE(SUM(r." + column + "), 0) FROM " + table + " r WHERE r.allotment_id = a.id AND r."
                + where + ")";
    }

    /** What of the books is wrong; empty if nothing is. */
    static List<String> faults(String database) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = open(database)) {
            for (Map.Entry<String, String> fault : FAULTS.entrySet()) {
                try (Statement statement = connection.createStatement();
                        ResultSet rows = statement.executeQuery(fault.getValue())) {
                    while (rows.next()) {
                        found.add(fault.getKey() + ": " + rows.getString(1));
                    }
                }
            }
        }
        return found;
    }

    /** How often the audit log says that an operation was done to a thing, by {@code "operation subject"}. */
    static Map<String, Integer> done(String database) throws SQLException {
        Map<String, Integer> done = new HashMap<>();
        try (Connection connection = open(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT operation, subject FROM audit WHERE outcome = 'ok'")) {
            while (rows.next()) {
                done.merge(rows.getString(1) + " " + rows.getString(2), 1, Integer::sum);
            }
        }
        return done;
    }

    /** PostgreSQL ends the transactions of a process that died in its own time. */
    private static Connection open(String database) throws SQLException {
        boolean h2 = database.startsWith("jdbc:h2:");
        Connection connection =
                h2 ? DriverManager.getConnection(database, "sa", "") : DriverManager.getConnection(database);
        if (!h2) {
            long deadline = System.nanoTime() + 30_000_000_000L;
            try (Statement statement = connection.createStatement()) {
                while (others(statement) > 0) {
                    assertThat(System.nanoTime()).isLessThan(deadline);
                    Thread.onSpinWait();
                }
            }
        }
        return connection;
    }

    private static int others(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM pg_stat_activity"
                + " WHERE datname = current_database() AND pid <> pg_backend_pid()")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
