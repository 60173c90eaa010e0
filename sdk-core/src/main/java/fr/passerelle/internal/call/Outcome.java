package fr.passerelle.internal.call;

import static fr.passerelle.internal.Repeatability.IDEMPOTENT;
import static fr.passerelle.internal.Repeatability.ONCE;

import fr.passerelle.client.RawAnswer;
import fr.passerelle.client.error.TransportException;
import fr.passerelle.internal.Repeatability;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How an attempt ended: with an answer, or with none. Exactly one of the two is there. */
record Outcome(@Nullable RawAnswer answer, @Nullable TransportException failure) {

    /** Which answers are worth a repeat, and how harmless the call must be for it. All others are final. */
    private static final Map<Integer, Repeatability> FLOOR_BY_STATUS =
            Map.of(429, ONCE, 408, IDEMPOTENT, 502, IDEMPOTENT, 503, IDEMPOTENT, 504, IDEMPOTENT, 500, IDEMPOTENT);

    static Outcome of(Supplier<RawAnswer> attempt) {
        try {
            return new Outcome(attempt.get(), null);
        } catch (TransportException e) {
            return new Outcome(null, e);
        }
    }

    boolean succeeded() {
        return answer != null && answer.status() < 400;
    }

    /** How harmless a call must be to be repeated after this; empty if a repeat would change nothing. */
    Optional<Repeatability> floor() {
        if (answer != null) {
            return Optional.ofNullable(FLOOR_BY_STATUS.get(answer.status()));
        }
        return Optional.of(mayHaveBeenProcessed() ? IDEMPOTENT : ONCE);
    }

    boolean mayHaveBeenProcessed() {
        if (failure != null) {
            return failure.mayHaveBeenProcessed();
        }
        return answer != null && (answer.status() == 408 || answer.status() >= 500);
    }

    Optional<Duration> retryAfter(Instant now) {
        return Optional.ofNullable(answer).flatMap(a -> RetryAfter.capped(a, now));
    }

    /** Asking for time is throttling, whatever the status. */
    RetryKind kind(Instant now) {
        boolean throttled =
                answer != null && (answer.status() == 429 || retryAfter(now).isPresent());
        return throttled ? RetryKind.THROTTLED : RetryKind.TRANSIENT;
    }

    /** The answer. */
    RawAnswer get() {
        if (answer != null) {
            return answer;
        }
        throw failure != null ? failure : new IllegalStateException("neither answer nor failure");
    }
}
