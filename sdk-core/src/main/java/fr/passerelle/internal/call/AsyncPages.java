package fr.passerelle.internal.call;

import fr.passerelle.http.AsyncPaged;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Function;

/** A list, read without a thread that waits. */
record AsyncPages<T>(PageList<T> source) implements AsyncPaged<T> {

    @Override
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

    @Override
    public CompletableFuture<Void> forEachPage(Function<? super List<T>, ? extends CompletionStage<?>> action) {
        return source.requests()
                .submitVoid(operation ->
                        eachPage(operation, page -> operation.handTo(() -> action.apply(page), source.list())));
    }

    private CompletableFuture<Boolean> eachPage(Operation operation, Function<List<T>, CompletableFuture<?>> action) {
        PageCursor<T> cursor = source.cursors().get();
        return Stages.loop(() -> cursor.hasMore()
                ? Stages.then(
                        cursor.next(operation.next()),
                        page -> page.isEmpty() ? Stages.done(true) : Stages.map(action.apply(page), done -> true))
                : null);
    }

    @Override
    public Flow.Publisher<List<T>> pages() {
        return subscriber ->
                new PageSubscription<>(source.requests(), source.cursors().get(), subscriber).begin();
    }
}
