package fr.passerelle.sandbox.state;

import java.util.Collection;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * All rows of one kind, by id. Ids are positive, unique per kind and grow in creation order, on which paging relies.
 *
 * @param <T> the kind of row
 */
public final class Table<T> {

    private final TreeMap<Long, T> rows = new TreeMap<>();
    private long last;

    /** Makes a row with the next id and keeps it. */
    public T add(LongFunction<T> maker) {
        T row = maker.apply(++last);
        rows.put(last, row);
        return row;
    }

    public @Nullable T find(long id) {
        return rows.get(id);
    }

    /** All rows by id. */
    public Collection<T> all() {
        return rows.values();
    }

    /** Drops all rows and starts to count ids anew. */
    public void clear() {
        rows.clear();
        last = 0;
    }
}
