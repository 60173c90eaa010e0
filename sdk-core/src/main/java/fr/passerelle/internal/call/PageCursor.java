package fr.passerelle.internal.call;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Where the reading of a list stands. For one reader. */
public interface PageCursor<T> {

    /** Whether there may be another page. */
    boolean hasMore();

    /** Fetches the next page, and moves on behind it. It may be empty though others follow. */
    CompletableFuture<List<T>> next(Operation operation);
}
