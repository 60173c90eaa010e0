package fr.passerelle.invitationsserver.programme;

import fr.passerelle.invitationsserver.store.Transaction;
import fr.passerelle.invitationsserver.web.ApiCall;
import fr.passerelle.model.invitation.Page;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages of lists, in the order in which things were made. */
final class Pages {

    private Pages() {}

    private record Numbered<T>(long ord, T item) {}

    /**
     * Reads a page.
     *
     * @param sql whose last two values are the {@code ord} after which to go on, and how many rows
     */
    static <T> Page<T> of(Transaction tx, ApiCall call, String sql, Transaction.Row<T> row, @Nullable Object... values)
            throws SQLException {
        int limit = call.limit();
        List<@Nullable Object> all = new ArrayList<>(Arrays.asList(values));
        all.add(after(call));
        all.add(limit + 1);
        List<Numbered<T>> rows =
                tx.list(sql, each -> new Numbered<>(each.getLong("ord"), row.read(each)), all.toArray());
        boolean more = rows.size() > limit;
        List<Numbered<T>> told = more ? rows.subList(0, limit) : rows;
        return new Page<>(
                told.stream().map(Numbered::item).toList(),
                more ? cursor(String.valueOf(told.get(limit - 1).ord())) : null);
    }

    private static long after(ApiCall call) {
        String cursor = call.query().get("cursor");
        return cursor == null ? 0 : number(text(cursor));
    }

    private static long number(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw ApiCall.unreadable("cursor");
        }
        return Long.parseLong(text);
    }

    /** Where to go on, as a text that nobody should read. */
    static String cursor(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What {@link #cursor} made. */
    static String text(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException none) {
            throw ApiCall.unreadable("cursor");
        }
    }
}
