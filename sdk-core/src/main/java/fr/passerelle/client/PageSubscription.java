package fr.passerelle.client;

import fr.passerelle.internal.call.Stages;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** One subscriber's reading of a list: a page is fetched while there is demand, one at a time. */
final class PageSubscription<T> implements Subscription {

    private final PageCursor<T> cursor;
    private final Subscriber<? super List<T>> subscriber;
    private long demand;
    private boolean fetching;
    private boolean ended;
    private @Nullable CompletableFuture<?> underWay;

    PageSubscription(PageCursor<T> cursor, Subscriber<? super List<T>> subscriber) {
        this.cursor = cursor;
        this.subscriber = subscriber;
    }

    void begin() {
        subscriber.onSubscribe(this);
    }

    @Override
    public void request(long pages) {
        if (pages <= 0) {
            if (end()) {
                subscriber.onError(new IllegalArgumentException("request: must be above 0, not " + pages));
            }
            return;
        }
        synchronized (this) {
            // As many as there can be, rather than too many to count.
            demand = demand + pages < 0 ? Long.MAX_VALUE : demand + pages;
        }
        fetch();
    }

    private void fetch() {
        while (begins()) {
            CompletableFuture<List<T>> page = cursor.source()
                    .requests()
                    .submit(operation -> cursor.source().fetch(operation, cursor.firstIndex()));
            if (!isUnderWay(page)) {
                page.cancel(true);
            }
            if (!page.isDone()) {
                Stages.whenDone(page, (items, failure) -> {
                    fetched(items, failure);
                    fetch();
                });
                return;
            }
            Stages.whenDone(page, this::fetched);
        }
    }

    private synchronized boolean begins() {
        if (ended || fetching || demand == 0) {
            return false;
        }
        fetching = true;
        demand--;
        return true;
    }

    private synchronized boolean isUnderWay(CompletableFuture<?> page) {
        underWay = page;
        return !ended;
    }

    private void fetched(@Nullable List<T> page, @Nullable Throwable failure) {
        try {
            if (page == null) {
                fail(failure);
            } else {
                deliver(cursor.moved(page));
            }
        } catch (RuntimeException thrown) {
            fail(thrown);
        }
        synchronized (this) {
            fetching = false;
        }
    }

    private void fail(@Nullable Throwable failure) {
        if (end()) {
            subscriber.onError(failure);
        }
    }

    private void deliver(List<T> page) {
        if (!page.isEmpty() && !isEnded()) {
            subscriber.onNext(page);
        }
        if (!cursor.hasMore() && end()) {
            subscriber.onComplete();
        }
    }

    private synchronized boolean isEnded() {
        return ended;
    }

    /** Whether this is the end, rather than something after it. */
    private synchronized boolean end() {
        boolean first = !ended;
        ended = true;
        return first;
    }

    @Override
    public void cancel() {
        CompletableFuture<?> call;
        synchronized (this) {
            ended = true;
            call = underWay;
        }
        if (call != null) {
            call.cancel(true);
        }
    }
}
