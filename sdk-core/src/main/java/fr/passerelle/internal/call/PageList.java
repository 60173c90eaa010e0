package fr.passerelle.internal.call;

import fr.passerelle.http.AsyncPaged;
import fr.passerelle.http.Paged;
import java.util.function.Supplier;

/**
 * A list that is fetched page by page.
 *
 * @param requests how
 * @param list what, for exceptions
 * @param cursors gives each reader its own
 */
public record PageList<T>(RequestExecutor requests, HttpCall list, Supplier<? extends PageCursor<T>> cursors) {

    /** The list, read on the caller's thread. */
    public Paged<T> paged() {
        return new Pages<>(this);
    }

    /** The list, read by futures. */
    public AsyncPaged<T> asyncPaged() {
        return new AsyncPages<>(this);
    }
}
