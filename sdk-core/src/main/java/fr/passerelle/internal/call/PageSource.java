package fr.passerelle.internal.call;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.passerelle.client.error.Failures;
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

    /** A page, on the caller's thread. */
    public List<T> fetch(long firstIndex) {
        return requests.await(operation -> fetch(operation, firstIndex));
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
     * @throws fr.passerelle.client.error.UnreadableAnswerException if that is not further on: the list would never end
     */
    public long after(List<T> page, long firstIndex) {
        long next = id.applyAsLong(page.get(page.size() - 1)) + 1;
        if (next <= firstIndex) {
            throw Failures.unreadable(
                    list.endpoint(), "/" + member, "its ids do not advance, so the list would never end", null);
        }
        return next;
    }
}
