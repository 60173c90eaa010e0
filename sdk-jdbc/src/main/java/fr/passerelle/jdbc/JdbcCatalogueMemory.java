package fr.passerelle.jdbc;

import fr.passerelle.catalogue.CatalogueMemory;
import fr.passerelle.jdbc.Transactions.Transaction;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * What a synchroniser of events remembers, in a database: with the tables of {@link Schema}. Any number of venues.
 *
 * <p>Each call is a transaction of its own and throws a {@link DatabaseException} if the database fails. Safe for use
 * by many threads; one run at a time for a venue.
 */
public final class JdbcCatalogueMemory implements CatalogueMemory {

    private static final String RUNS = "SELECT event_runs FROM passerelle_catalogue WHERE venue_id = ?";
    private static final String EVENTS =
            "SELECT id_at_provider, wanted, shown, image FROM passerelle_catalogue_event WHERE venue_id = ?";
    private static final String KEEP_RUNS = "UPDATE passerelle_catalogue SET event_runs = ? WHERE venue_id = ?";
    private static final String NEW_RUNS = "INSERT INTO passerelle_catalogue (event_runs, venue_id) VALUES (?, ?)";
    private static final String FORGET =
            "DELETE FROM passerelle_catalogue_event WHERE venue_id = ? AND id_at_provider = ?";
    private static final String KEEP = """
            INSERT INTO passerelle_catalogue_event (venue_id, id_at_provider, wanted, shown, image)
            VALUES (?, ?, ?, ?, ?)""";

    private final Transactions database;

    /**
     * A memory; asks the database nothing yet.
     *
     * @param database with the tables of {@link Schema}
     */
    public JdbcCatalogueMemory(DataSource database) {
        this.database = new Transactions(database);
    }

    @Override
    public Snapshot read(long venueId) {
        return database.run(transaction -> {
            Optional<Integer> runs = transaction.first(RUNS, row -> row.getInt(1), venueId);
            return runs.isEmpty() ? Snapshot.EMPTY : new Snapshot(runs.get(), events(transaction, venueId));
        });
    }

    private static Map<String, Confirmed> events(Transaction transaction, long venueId) throws SQLException {
        Map<String, Confirmed> events = new HashMap<>();
        transaction
                .list(
                        EVENTS,
                        row -> Map.entry(
                                row.getString(1), new Confirmed(row.getString(2), row.getString(3), row.getString(4))),
                        venueId)
                .forEach(event -> events.put(event.getKey(), event.getValue()));
        return events;
    }

    /** Changes only the rows that differ: most events are what they were. */
    @Override
    public void write(long venueId, Snapshot snapshot) {
        database.run(transaction -> {
            if (transaction.change(KEEP_RUNS, snapshot.runs(), venueId) == 0) {
                transaction.change(NEW_RUNS, snapshot.runs(), venueId);
            }
            Map<String, Confirmed> before = events(transaction, venueId);
            List<Object[]> gone = before.entrySet().stream()
                    .filter(event -> !event.getValue().equals(snapshot.events().get(event.getKey())))
                    .map(event -> new Object[] {venueId, event.getKey()})
                    .toList();
            List<Object[]> kept = snapshot.events().entrySet().stream()
                    .filter(event -> !event.getValue().equals(before.get(event.getKey())))
                    .map(event -> row(venueId, event.getKey(), event.getValue()))
                    .toList();
            transaction.changeEach(FORGET, gone);
            transaction.changeEach(KEEP, kept);
            return gone.size() + kept.size();
        });
    }

    private static Object[] row(long venueId, String id, Confirmed event) {
        return new Object[] {venueId, id, event.wanted(), event.shown(), event.image()};
    }
}
