package fr.passerelle.sandbox.traffic;

import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import fr.passerelle.sandbox.http.Json;
import fr.passerelle.sandbox.http.Response;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How many calls one API key may make in any 60 seconds of the machine's clock (reference 1.3). Calls beyond are
 * responded 429 and do not count.
 */
public final class QuotaLimit {

    private static final long WINDOW = MINUTES.toNanos(1);
    private static final long ROUND_UP = SECONDS.toNanos(1) - 1;

    private final LongSupplier nanoTime;
    private final Map<String, Deque<Long>> admitted = new HashMap<>();
    private @Nullable Integer perMinute;
    private boolean retryAfter;

    /** No limit, on the machine's clock. */
    public QuotaLimit() {
        this(System::nanoTime);
    }

    /** No limit, on a clock that counts nanoseconds from anywhere. */
    QuotaLimit(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * Sets the limit and forgets the calls so far.
     *
     * @param perMinute calls in any 60 seconds, null for no limit
     * @param retryAfter whether refusals say in {@code Retry-After} how many seconds to wait
     */
    public synchronized void limit(@Nullable Integer perMinute, boolean retryAfter) {
        this.perMinute = perMinute;
        this.retryAfter = retryAfter;
        admitted.clear();
    }

    /** Counts a call of a key; gives the response to refuse it with when there were too many. */
    synchronized Optional<Response> refusal(String key) {
        if (perMinute == null) {
            return Optional.empty();
        }
        long now = nanoTime.getAsLong();
        var calls = admitted.computeIfAbsent(key, any -> new ArrayDeque<>());
        while (!calls.isEmpty() && now - calls.getFirst() >= WINDOW) {
            calls.removeFirst();
        }
        if (calls.size() < perMinute) {
            calls.addLast(now);
            return Optional.empty();
        }
        long wait = calls.isEmpty() ? WINDOW : calls.getFirst() + WINDOW - now;
        return Optional.of(tooMany(wait));
    }

    private Response tooMany(long waitNanos) {
        var body = Json.object();
        body.putArray("global").add("Too many calls with this key, try again in a minute");
        var response = Response.of(429, body);
        return retryAfter
                ? response.withHeader("Retry-After", Long.toString(NANOSECONDS.toSeconds(waitNanos + ROUND_UP)))
                : response;
    }
}
