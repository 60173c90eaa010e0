package fr.passerelle.client;

import fr.passerelle.internal.call.Operation;
import fr.passerelle.internal.call.PageSource;
import fr.passerelle.internal.call.Stages;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Function;

/**
 * A list of the server, fetched page by page without a thread that waits: {@link Paged}, answering futures. Each page
 * is a call of its own, with its own permit, attempts and deadline.
 *
 * @param <T> the items
 */
public final class AsyncPaged<T> {

    private final PageSource<T> source;
    private final long firstId;

    AsyncPaged(PageSource<T> source) {
        this(source, PageSource.FIRST_INDEX);
    }

    private AsyncPaged(PageSource<T> source, long firstId) {
        this.source = source;
        this.firstId = firstId;
    }

    /**
     * The same list without the items before an id, which are not fetched either.
     *
     * @param id the smallest id wanted, 1 or more; it need not exist
     */
    public AsyncPaged<T> startingAt(long id) {
        return new AsyncPaged<>(source, id);
    }

    /** All items at once. Cancelling the future ends the reading. */
    public CompletableFuture<List<T>> toList() {
        return source.requests().submit(operation -> {
            List<T> all = new ArrayList<>();
            CompletableFuture<Boolean> read = eachPage(operation, page -> {
                all.addAll(page);
                return Stages.done(true);
            });
            return Stages.map(read, end -> Collections.unmodifiableList(all));
        });
    }

    /**
     * Reads the list page by page, at most 50 items each, none empty. A page is fetched once the action's stage for the
     * one before is complete: who is slow slows the reading down, and two pages are held at most.
     *
     * @param action what to do with a page; runs where the futures run, and may block there. If it throws, or its stage
     *     fails, so does the future, and nothing more is fetched
     */
    public CompletableFuture<Void> forEachPage(Function<? super List<T>, ? extends CompletionStage<?>> action) {
        return source.requests()
                .submitVoid(operation ->
                        eachPage(operation, page -> operation.handTo(() -> action.apply(page), source.list())));
    }

    private CompletableFuture<Boolean> eachPage(Operation operation, Function<List<T>, CompletableFuture<?>> action) {
        PageCursor<T> cursor = new PageCursor<>(source, firstId);
        return Stages.loop(() -> cursor.hasMore()
                ? Stages.then(
                        source.fetch(operation.next(), cursor.firstIndex()),
                        page -> cursor.moved(page).isEmpty()
                                ? Stages.done(true)
                                : Stages.map(action.apply(page), done -> true))
                : null);
    }

    /**
     * The pages as a stream of the JDK's own reactive kind, for libraries that take one. A page is fetched when it is
     * asked for; each subscriber reads the list anew; cancelling ends the call under way. Signals come one after
     * another, where the futures run, or where a page is asked for; the subscriber may block there.
     */
    public Flow.Publisher<List<T>> pages() {
        return subscriber -> new PageSubscription<>(new PageCursor<>(source, firstId), subscriber).begin();
    }
}
