package fr.passerelle.internal.call;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.passerelle.internal.endpoint.ApiExceptions;
import fr.passerelle.internal.endpoint.SentRequest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list whose pages say where the next one begins.
 *
 * @param <P> a page as the server sends it
 * @param <T> the items
 */
public final class TokenCursor<P, T> implements PageCursor<T> {

    private static final String CURSOR = "cursor";

    private final HttpCall list;
    private final TypeReference<P> type;
    private final Function<P, List<T>> items;
    private final Function<P, @Nullable String> next;
    private @Nullable String token;
    private boolean more = true;

    /**
     * A reader that has read nothing.
     *
     * @param list what, without a cursor
     * @param next where the page after this one begins; null after the last
     */
    public TokenCursor(
            HttpCall list, TypeReference<P> type, Function<P, List<T>> items, Function<P, @Nullable String> next) {
        this.list = list;
        this.type = type;
        this.items = items;
        this.next = next;
    }

    @Override
    public boolean hasMore() {
        return more;
    }

    @Override
    public CompletableFuture<List<T>> next(Operation operation) {
        return Stages.map(operation.execute(list.queryIfSet(CURSOR, token), type), page -> {
            String following = next.apply(page);
            if (following != null && following.equals(token)) {
                throw ApiExceptions.unreadable(
                        SentRequest.to(list.endpoint()),
                        "/next",
                        "it leads to the same page, so the list would never end",
                        null);
            }
            token = following;
            more = following != null;
            return items.apply(page);
        });
    }
}
