package fr.passerelle.internal.call;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.passerelle.http.AsyncPagedById;
import fr.passerelle.http.PagedById;
import fr.passerelle.internal.endpoint.ApiExceptions;
import fr.passerelle.internal.endpoint.SentRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToLongFunction;

/**
 * Fetches the pages of one list: {@code firstIndex} is the smallest id wanted, and a page shorter than {@code limit} is
 * the last one (reference 2, pagination).
 *
 * @param requests how
 * @param list what, without the paging parameters
 * @param member where the items stand in the response
 * @param type of the items
 * @param id of an item
 */
public record PageSource<T>(
        RequestExecutor requests, HttpCall list, String member, TypeReference<List<T>> type, ToLongFunction<T> id) {

    public static final long FIRST_INDEX = 1;

    /** Most items of a page. */
    public static final int LIMIT = 50;

    /** The list, read on the caller's thread. */
    public PagedById<T> paged() {
        return new PagesById<>(this, FIRST_INDEX);
    }

    /** The list, read by futures. */
    public AsyncPagedById<T> asyncPaged() {
        return new AsyncPagesById<>(this, FIRST_INDEX);
    }

    /** The list from this id on. */
    PageList<T> from(long firstId) {
        return new PageList<>(requests, list, () -> new IdCursor<>(this, firstId));
    }

    /** All items, as a part of a longer operation. */
    public CompletableFuture<List<T>> all(Operation operation) {
        PageCursor<T> cursor = new IdCursor<>(this, FIRST_INDEX);
        List<T> all = new ArrayList<>();
        CompletableFuture<Boolean> read = Stages.loop(
                () -> cursor.hasMore() ? Stages.map(cursor.next(operation), page -> all.addAll(page)) : null);
        return Stages.map(read, done -> all);
    }

    static long checkId(long id) {
        if (id < FIRST_INDEX) {
            throw new IllegalArgumentException("startingAt: ids begin at 1, not at " + id);
        }
        return id;
    }

    public CompletableFuture<List<T>> fetch(Operation operation, long firstIndex) {
        return operation.execute(list.query("firstIndex", firstIndex).query("limit", LIMIT), member, type);
    }

    public boolean isFull(List<T> page) {
        return page.size() >= LIMIT;
    }

    /**
     * Where the page after this one begins.
     *
     * @throws fr.passerelle.error.UnreadableResponseException if that is not further on: the list would never end
     */
    public long after(List<T> page, long firstIndex) {
        long next = id.applyAsLong(page.get(page.size() - 1)) + 1;
        if (next <= firstIndex) {
            throw ApiExceptions.unreadable(
                    SentRequest.to(list.endpoint()),
                    "/" + member,
                    "its ids do not advance, so the list would never end",
                    null);
        }
        return next;
    }
}
