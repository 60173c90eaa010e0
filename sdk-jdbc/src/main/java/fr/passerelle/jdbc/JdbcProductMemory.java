package fr.passerelle.jdbc;

import fr.passerelle.catalogue.ProductMemory;
import fr.passerelle.jdbc.Transactions.Transaction;
import fr.passerelle.model.value.Ean;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.Remaining;
import fr.passerelle.passculture.EanOutcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What a synchroniser of products remembers, in a database: with the tables of {@link Schema}. Any number of venues; of
 * the products nothing is held in memory but the batch at hand.
 *
 * <p>A run is noticed by another one of the same venue as soon as that writes: the first one's next write then throws
 * an {@link IllegalStateException}, before anything more is sent. A run that was killed is in nobody's way. Each call
 * is a transaction of its own and throws a {@link DatabaseException} if the database fails.
 */
public final class JdbcProductMemory implements ProductMemory {

    private static final String RUNS = "SELECT product_runs FROM passerelle_catalogue WHERE venue_id = ?";
    private static final String KEEP_RUNS =
            "UPDATE passerelle_catalogue SET product_runs = ? WHERE venue_id = ? AND product_writer = ?";
    private static final String NEW_VENUE = "INSERT INTO passerelle_catalogue (product_writer, venue_id) VALUES (?, ?)";
    private static final String TAKE_OVER = "UPDATE passerelle_catalogue SET product_writer = ? WHERE venue_id = ?";
    private static final String IS_OURS =
            "SELECT 1 FROM passerelle_catalogue WHERE venue_id = ? AND product_writer = ? FOR UPDATE";
    private static final String FIND = """
            SELECT ean, cents, remaining, rest, outcome, on_sale FROM passerelle_catalogue_product
            WHERE venue_id = ? AND ean IN (%s)""";
    private static final String AFTER = """
            SELECT ean, cents, remaining, rest, outcome, on_sale FROM passerelle_catalogue_product
            WHERE venue_id = ? AND ean > ? ORDER BY ean LIMIT ?""";
    private static final String FORGET = "DELETE FROM passerelle_catalogue_product WHERE venue_id = ? AND ean = ?";
    private static final String KEEP = """
            INSERT INTO passerelle_catalogue_product (venue_id, ean, cents, remaining, rest, outcome, on_sale)
            VALUES (?, ?, ?, ?, ?, ?, ?)""";

    /** Not every database takes any number of values in a command. */
    private static final int MOST_VALUES = 500;

    private final Transactions database;

    /**
     * A memory; asks the database nothing yet.
     *
     * @param database with the tables of {@link Schema}
     */
    public JdbcProductMemory(DataSource database) {
        this.database = new Transactions(database);
    }

    @Override
    public Products open(long venueId) {
        return new Run(database, venueId);
    }

    private static long number(Ean ean) {
        return Long.parseLong(ean.value());
    }

    private static Known known(ResultSet row) throws SQLException {
        long remaining = row.getLong("remaining");
        boolean unlimited = row.wasNull();
        return new Known(
                new Ean(String.format("%013d", row.getLong("ean"))),
                Price.cents(row.getLong("cents")),
                unlimited ? Remaining.unlimited() : Remaining.of(remaining),
                row.getString("rest"),
                EanOutcome.valueOf(row.getString("outcome")),
                row.getInt("on_sale") == 1);
    }

    /** One run; it becomes the venue's writer when it writes first. */
    private static final class Run implements Products {

        private final Transactions database;
        private final long venueId;
        private final String name = UUID.randomUUID().toString();
        private boolean writes;

        Run(Transactions database, long venueId) {
            this.database = database;
            this.venueId = venueId;
        }

        @Override
        public int runs() {
            return database.run(transaction ->
                    transaction.first(RUNS, row -> row.getInt(1), venueId).orElse(0));
        }

        @Override
        public void runs(int runs) {
            change(transaction -> transaction.change(KEEP_RUNS, runs, venueId, name));
        }

        @Override
        public Map<Ean, Known> find(Collection<Ean> eans) {
            List<Ean> all = List.copyOf(eans);
            Map<Ean, Known> found = new HashMap<>();
            for (int from = 0; from < all.size(); from += MOST_VALUES) {
                List<Ean> some = all.subList(from, Math.min(all.size(), from + MOST_VALUES));
                found.putAll(findSome(some));
            }
            return found;
        }

        private Map<Ean, Known> findSome(List<Ean> eans) {
            String sql = FIND.formatted(String.join(", ", Collections.nCopies(eans.size(), "?")));
            Object[] values = new Object[eans.size() + 1];
            values[0] = venueId;
            for (int i = 0; i < eans.size(); i++) {
                values[i + 1] = number(eans.get(i));
            }
            Map<Ean, Known> found = new HashMap<>();
            database.run(transaction -> transaction.list(sql, JdbcProductMemory::known, values))
                    .forEach(known -> found.put(known.ean(), known));
            return found;
        }

        @Override
        public void write(Collection<Known> products) {
            Map<Ean, Known> last = new HashMap<>();
            products.forEach(known -> last.put(known.ean(), known));
            change(transaction -> {
                transaction.changeEach(FORGET, keys(last.keySet()));
                transaction.changeEach(
                        KEEP, last.values().stream().map(this::row).toList());
                return 0;
            });
        }

        private @Nullable Object[] row(Known known) {
            OptionalLong remaining = known.remaining().count();
            return new @Nullable Object[] {
                venueId,
                number(known.ean()),
                known.price().cents(),
                remaining.isPresent() ? remaining.getAsLong() : null,
                known.rest(),
                known.outcome().name(),
                known.onSale() ? 1 : 0
            };
        }

        @Override
        public void remove(Collection<Ean> eans) {
            change(transaction -> {
                transaction.changeEach(FORGET, keys(eans));
                return 0;
            });
        }

        private List<@Nullable Object[]> keys(Collection<Ean> eans) {
            return eans.stream()
                    .map(ean -> new @Nullable Object[] {venueId, number(ean)})
                    .toList();
        }

        @Override
        public List<Known> after(Optional<Ean> last, int most) {
            long ean = last.map(JdbcProductMemory::number).orElse(-1L);
            return database.run(transaction -> transaction.list(AFTER, JdbcProductMemory::known, venueId, ean, most));
        }

        /** Locks the venue's row until the change is done, so that no other run takes over in between. */
        private void change(Transactions.Work<Integer> work) {
            database.run(transaction -> {
                if (!writes) {
                    takeOver(transaction);
                } else if (transaction
                        .first(IS_OURS, row -> row.getInt(1), venueId, name)
                        .isEmpty()) {
                    throw new IllegalStateException("another run writes the products of venue " + venueId);
                }
                return work.in(transaction);
            });
            writes = true;
        }

        private void takeOver(Transaction transaction) throws SQLException {
            if (transaction.change(TAKE_OVER, name, venueId) == 0) {
                transaction.change(NEW_VENUE, name, venueId);
            }
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
