package fr.passerelle.internal.call;

import fr.passerelle.http.AsyncPagedById;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Function;

/** A list of which pages begin at an id, read without a thread that waits. */
record AsyncPagesById<T>(PageSource<T> source, long firstId) implements AsyncPagedById<T> {

    @Override
    public AsyncPagedById<T> startingAt(long id) {
        return new AsyncPagesById<>(source, PageSource.checkId(id));
    }

    @Override
    public CompletableFuture<List<T>> toList() {
        return source.from(firstId).asyncPaged().toList();
    }

    @Override
    public CompletableFuture<Void> forEachPage(Function<? super List<T>, ? extends CompletionStage<?>> action) {
        return source.from(firstId).asyncPaged().forEachPage(action);
    }

    @Override
    public Flow.Publisher<List<T>> pages() {
        return source.from(firstId).asyncPaged().pages();
    }
}
