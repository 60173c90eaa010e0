package fr.passerelle.sandbox.api;

import fr.passerelle.sandbox.schema.Form;
import fr.passerelle.sandbox.schema.Schema;
import fr.passerelle.sandbox.schema.Schema.Dialect;
import fr.passerelle.sandbox.schema.Type;
import fr.passerelle.sandbox.schema.Types;
import java.util.Collection;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Pages by id: {@code firstIndex} is the smallest id to return (reference, section 2). */
final class Paging {

    static final int MAX_LIMIT = 50;

    private static final int MAX_IDS = 100;

    /** The query of a paged list that ignores unknown parameters. */
    static final Schema QUERY = Schema.lenient(Dialect.V1)
            .optional("limit", Types.atMost(MAX_LIMIT, Types.above(0, Types.integer())))
            .optional("firstIndex", Types.atLeast(1, Types.integer()));

    /** Ids of the provider's own, separated by commas; an empty text is no filter. */
    static final Type IDS = (value, path, reading) -> split(value.asText());

    /** The same, at most a hundred. */
    static final Type AT_MOST_100_IDS = IDS.and(List.class, ids -> ids.size() > MAX_IDS ? "Too many ids" : null);

    private Paging() {}

    private static @Nullable List<String> split(String text) {
        return text.isEmpty() ? null : List.of(text.split(",", -1));
    }

    /** One page of rows, by id. */
    static <T> List<T> page(Collection<T> rows, ToLongFunction<T> id, Form query) {
        long first = query.number("firstIndex", 1);
        return rows.stream()
                .filter(row -> id.applyAsLong(row) >= first)
                .limit(query.number("limit", MAX_LIMIT))
                .toList();
    }

    /** Whether an id is wanted: any is when there is no filter. */
    static boolean wanted(Form query, String name, @Nullable String id) {
        return query.get(name) == null || (id != null && query.texts(name).contains(id));
    }
}
