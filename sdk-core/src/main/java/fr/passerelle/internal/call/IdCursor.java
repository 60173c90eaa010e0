package fr.passerelle.internal.call;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Reads a list whose pages begin at an id: the next one begins behind the last id of this one. */
final class IdCursor<T> implements PageCursor<T> {

    private final PageSource<T> source;
    private long firstIndex;
    private boolean more = true;

    IdCursor(PageSource<T> source, long firstIndex) {
        this.source = source;
        this.firstIndex = firstIndex;
    }

    @Override
    public boolean hasMore() {
        return more;
    }

    @Override
    public CompletableFuture<List<T>> next(Operation operation) {
        return Stages.map(source.fetch(operation, firstIndex), page -> {
            more = source.isFull(page);
            firstIndex = more ? source.after(page, firstIndex) : firstIndex;
            return page;
        });
    }
}
