package fr.passerelle.ticketing;

import fr.passerelle.internal.call.SystemTime;
import fr.passerelle.internal.call.Time;
import java.time.Duration;
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

    /**
     * Completes after so long, unless it is cancelled, on a thread that depends on nobody: what follows may hold it.
     */
    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for the timer to be forgotten
    default CompletableFuture<@Nullable Void> after(long nanos) {
        CompletableFuture<@Nullable Void> event = new CompletableFuture<>();
        Time.Timer timer = new SystemTime()
                .schedule(Duration.ofNanos(nanos), () -> HandlerThreads.HANDOVERS.execute(() -> event.complete(null)));
        event.whenComplete((none, cancelled) -> timer.cancel());
        return event;
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
