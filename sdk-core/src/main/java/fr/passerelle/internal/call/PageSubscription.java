package fr.passerelle.internal.call;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** One subscriber's reading of a list: a page is fetched while there is demand, one at a time. */
final class PageSubscription<T> implements Subscription {

    private final RequestExecutor requests;
    private final PageCursor<T> cursor;
    private final Subscriber<? super List<T>> subscriber;
    private long demand;
    /** A page is being fetched or told of, or the subscriber is told of its subscription: nobody else tells it more. */
    private boolean busy = true;

    private boolean ended;
    private @Nullable IllegalArgumentException refusal;
    private @Nullable CompletableFuture<?> underWay;

    PageSubscription(RequestExecutor requests, PageCursor<T> cursor, Subscriber<? super List<T>> subscriber) {
        this.requests = requests;
        this.cursor = cursor;
        this.subscriber = subscriber;
    }

    void begin() {
        try {
            subscriber.onSubscribe(this);
        } catch (RuntimeException | Error thrown) {
            fail(thrown);
        }
        release();
        fetch();
    }

    @Override
    public void request(long pages) {
        CompletableFuture<?> unwanted = null;
        synchronized (this) {
            if (pages > 0) {
                // As many as there can be, rather than too many to count.
                demand = demand + pages < 0 ? Long.MAX_VALUE : demand + pages;
            } else if (refusal == null) {
                refusal = new IllegalArgumentException("request: must be above 0, not " + pages);
                unwanted = underWay;
            }
        }
        if (unwanted != null) {
            unwanted.cancel(true);
        }
        fetch();
    }

    private void fetch() {
        while (begins()) {
            if (isRefused()) {
                return;
            }
            CompletableFuture<List<T>> page = requests.submit(cursor::next);
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
        if (ended || busy || (demand == 0 && refusal == null)) {
            return false;
        }
        busy = true;
        demand--;
        return true;
    }

    private synchronized void release() {
        busy = false;
    }

    private synchronized boolean isUnderWay(CompletableFuture<?> page) {
        underWay = page;
        return !ended && refusal == null;
    }

    private void fetched(@Nullable List<T> page, @Nullable Throwable failure) {
        try {
            if (!isRefused()) {
                if (page == null) {
                    fail(failure);
                } else {
                    deliver(page);
                }
            }
        } catch (RuntimeException | Error thrown) {
            fail(thrown);
        }
        release();
    }

    /** Tells the subscriber that what it asked for cannot be, if it asked so. */
    private boolean isRefused() {
        IllegalArgumentException why;
        synchronized (this) {
            why = refusal;
        }
        if (why != null) {
            fail(why);
        }
        return why != null;
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
