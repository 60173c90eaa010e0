package fr.passerelle.spring;

import fr.passerelle.error.AuthenticationException;
import fr.passerelle.error.CircuitOpenException;
import fr.passerelle.http.CallListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the programme is, by the calls that the application makes anyway. It is down when the last call was refused by
 * the circuit breaker, or its key by the server; a single call that failed says nothing of the next one.
 */
final class CallHealth implements CallListener.Factory {

    private static final String CIRCUIT_OPEN = CircuitOpenException.class.getSimpleName();
    private static final String KEY_REFUSED = AuthenticationException.class.getSimpleName();

    private final Clock clock;
    private volatile @Nullable Instant lastSuccess;
    private volatile @Nullable Instant lastFailureAt;
    private volatile @Nullable String lastFailure;
    private volatile @Nullable String lastEnd;
    private volatile @Nullable Duration lastPermitWait;

    CallHealth(Clock clock) {
        this.clock = clock;
    }

    @Override
    public CallListener started(CallListener.Target target) {
        return new CallListener() {
            @Override
            public void waited(WaitReason reason, long nanos) {
                if (reason == WaitReason.RATE_LIMIT) {
                    lastPermitWait = Duration.ofNanos(nanos);
                }
            }

            @Override
            public void ended(End end) {
                lastEnd = end.failure();
                if (end.failure() == null) {
                    lastSuccess = clock.instant();
                } else {
                    lastFailure = end.failure();
                    lastFailureAt = clock.instant();
                }
            }
        };
    }

    boolean isUp() {
        String end = lastEnd;
        return !CIRCUIT_OPEN.equals(end) && !KEY_REFUSED.equals(end);
    }

    /** What is known, for people: when, and names of exceptions. */
    Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("circuit", CIRCUIT_OPEN.equals(lastEnd) ? "open" : "closed");
        put(details, "lastSuccess", lastSuccess);
        put(details, "lastFailure", lastFailure);
        put(details, "lastFailureAt", lastFailureAt);
        put(details, "lastPermitWait", lastPermitWait);
        return details;
    }

    private static void put(Map<String, Object> details, String name, @Nullable Object value) {
        if (value != null) {
            details.put(name, value.toString());
        }
    }
}
