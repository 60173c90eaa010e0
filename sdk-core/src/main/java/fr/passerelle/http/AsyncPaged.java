package fr.passerelle.http;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Function;

/**
 * A list of the server, fetched page by page without a thread that waits: {@link Paged} by futures. Each page is a call
 * of its own, with its own permit, attempts and deadline.
 *
 * @param <T> the items
 */
public interface AsyncPaged<T> {

    /** All items at once. Cancelling the future ends the reading. */
    CompletableFuture<List<T>> toList();

    /**
     * Reads the list page by page, none empty. A page is fetched once the action's stage for the one before is
     * complete: who is slow slows the reading down, and two pages are held at most.
     *
     * @param action what to do with a page; runs where the futures run, and may block there. If it throws, or its stage
     *     fails, so does the future, and nothing more is fetched
     */
    CompletableFuture<Void> forEachPage(Function<? super List<T>, ? extends CompletionStage<?>> action);

    /**
     * The pages as a stream of the JDK's own reactive kind, for libraries that take one. A page is fetched when it is
     * asked for; each subscriber reads the list anew; cancelling ends the call under way. Signals come one after
     * another, where the futures run, or where a page is asked for; the subscriber may block there.
     */
    Flow.Publisher<List<T>> pages();
}
