package fr.passerelle.internal.call;

import fr.passerelle.error.ApiException;
import fr.passerelle.error.ThrottledException;
import fr.passerelle.internal.endpoint.RetryAfter;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Has each request wait for a permit. Below the retries, because the server counts every one of them. */
public final class RateLimitChannel implements Channel {

    private final Supplier<PermitQueue> queues;
    private final Channel next;

    /**
     * A layer.
     *
     * @param queues where to wait: that of the API key in use
     */
    public RateLimitChannel(Supplier<PermitQueue> queues, Channel next) {
        this.queues = queues;
        this.next = next;
    }

    @Override
    public <T> CompletableFuture<T> send(Call<T> call) {
        return send(call, queues.get(), false);
    }

    private <T> CompletableFuture<T> send(Call<T> call, PermitQueue queue, boolean again) {
        return Stages.then(queue.acquire(call, again), permit -> {
            CompletableFuture<T> sent =
                    Stages.ending(next.send(call.leavingBy(permit)), failure -> tell(queue, failure));
            return Stages.recover(
                    sent,
                    failure ->
                            failure instanceof StalePermitException ? send(call, queue, true) : Stages.failed(failure));
        });
    }

    /** A server that fails, or cannot be reached, says nothing of the rate. */
    private static void tell(PermitQueue queue, @Nullable Throwable failure) {
        if (failure instanceof ThrottledException throttled) {
            queue.throttled(RetryAfter.capped(throttled));
        } else if (failure == null || (failure instanceof ApiException refused && refused.status() < 500)) {
            queue.admitted();
        }
    }
}
