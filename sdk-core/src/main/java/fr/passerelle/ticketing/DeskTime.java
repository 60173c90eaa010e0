package fr.passerelle.ticketing;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The desk's sense of time; tests have one of their own, and wait for nothing. */
interface DeskTime {

    /** A clock that never goes back, in nanoseconds. */
    long nanos();

    /** Waits on the calling thread until the event, whatever it is, or so long. */
    void await(CompletableFuture<?> event, long nanos) throws InterruptedException;

    /** Completes after so long, on a thread that must not be held. */
    default CompletableFuture<@Nullable Void> after(long nanos) {
        return new CompletableFuture<@Nullable Void>().completeOnTimeout(null, nanos, TimeUnit.NANOSECONDS);
    }

    /** Waits really, by this clock. */
    static DeskTime of(LongSupplier nanoTime) {
        return new DeskTime() {
            @Override
            public long nanos() {
                return nanoTime.getAsLong();
            }

            @Override
            public void await(CompletableFuture<?> event, long nanos) throws InterruptedException {
                try {
                    event.get(nanos, TimeUnit.NANOSECONDS);
                } catch (TimeoutException | ExecutionException over) {
                    // Either ends the wait; the caller looks at the event and at the clock.
                }
            }
        };
    }
}
