package fr.passerelle.ratelimit;

import fr.passerelle.http.Priority;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Spreads calls over time so that a key stays under its quota (200 calls a minute, reference 1.3). Must be safe for use
 * by several threads.
 *
 * <p>Every attempt of every call takes a permit, as the server counts every one of them. The client asks for one permit
 * at a time, and gives it to whoever comes first by then: a person at a door ({@link Priority}), then calls under way
 * and futures that have not started, in turn. The wait of a blocking call counts against its deadline: if it gets no
 * permit before it fails at once with a {@link fr.passerelle.error.DeadlineException}, and is not sent. A future waits
 * as long as it takes. A permit is good for 250 ms: a call that has not left by then takes another.
 *
 * <p>When the server responds 429 all the same, every call of the client waits as long as it asks ({@code Retry-After},
 * at most 60 s; 1 s if it does not say), whatever the rate limiting. A permit that came up meanwhile is lost.
 */
@FunctionalInterface
public interface RateLimiter {

    /**
     * Takes the next free permit.
     *
     * @param atMost how long the caller can wait; never negative
     * @return the permit; empty, with none taken, if it would come later than {@code atMost}
     */
    Optional<Permit> reserve(Duration atMost);

    /**
     * Told when the server responded 429, that is, when the rate was too fast; not again for other calls that left
     * before. Does nothing by default.
     *
     * @param hold how long the client sends nothing now; positive
     */
    default void throttled(Duration hold) {}

    /**
     * Told when the server took a call: it responded, neither 429 nor a failure of its own. Does nothing by default.
     */
    default void admitted() {}

    /**
     * The soonest that a permit can come, if so many others are taken before it: lets the client refuse at once what
     * cannot come in time.
     *
     * @param others how many come before; never negative
     * @return from now; zero, the default, if that is not known
     */
    default Duration soonestAfter(int others) {
        return Duration.ZERO;
    }

    /** Whether {@link #reserve} may take its time, as one does that asks a store; true by default. */
    default boolean mayBlock() {
        return true;
    }

    /**
     * Permits for this process alone, the default of a client with {@link Quota#PARTNER_API}. Each 429 halves the rate,
     * down to a quarter; each twenty calls that the server then takes double it, up to the full rate.
     */
    static RateLimiter of(Quota quota) {
        return of(quota, System::nanoTime);
    }

    /**
     * As {@link #of(Quota)}, by another clock, such as a test's.
     *
     * @param nanos a clock that never goes back
     */
    static RateLimiter of(Quota quota, LongSupplier nanos) {
        return new LocalRateLimiter(quota, nanos);
    }

    /**
     * A rate that several processes share, such as {@code fr.passerelle.ratelimit.bucket4j.Bucket4jRateLimiter} in
     * Redis. When it throws, or does not respond within 250 ms (less for a window below a minute), this process goes on
     * with its fair share, {@code 1 / processes} of the quota, and looks for the store before every call, at most every
     * 500 ms.
     *
     * <p>No window holds more than the quota, whether the store is there, gone, lost or found again, with or without
     * what it kept, for up to six processes; with more, one that finds the store again may hold one call more for each.
     * Only a process that loses the store while others keep it adds its share to what they use. What the server sends
     * then, 429, slows it down.
     *
     * <p>A permit is taken at most 250 ms ahead. So calls that wait get theirs by chance, not in the order in which
     * they came, and one that gets none before its deadline is told so at the deadline, not at once.
     *
     * @param store the shared rate, which the server's quota has all to itself
     * @param quota of the key
     * @param processes how many share it at most
     * @throws IllegalArgumentException if {@code processes} is below 1, or so large that a share is below 3 calls
     */
    static RateLimiter shared(RateLimiter store, Quota quota, int processes) {
        RateLimiter prompt = new PromptRateLimiter(store, SharedRateLimiter.patience(quota));
        return new SharedRateLimiter(prompt, quota, processes, System::nanoTime);
    }

    /** No rate limiting at all: for a server without quota, such as a sandbox told so. */
    static RateLimiter unlimited() {
        return UnlimitedRateLimiter.INSTANCE;
    }
}
