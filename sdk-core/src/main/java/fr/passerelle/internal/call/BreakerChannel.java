package fr.passerelle.internal.call;

import fr.passerelle.error.ApiException;
import fr.passerelle.error.CircuitOpenException;
import fr.passerelle.error.DeadlineException;
import fr.passerelle.error.ServerException;
import fr.passerelle.error.TransportException;
import fr.passerelle.error.UnreadableResponseException;
import fr.passerelle.internal.base.Warnings;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lets a server that is down rest: once four in five of the last hundred requests failed for its sake (no response, or
 * a 5xx), calls fail at once for ten seconds, then a few are let through to see.
 *
 * <p>Below the rate limiter, so that a call that waits for its permit holds no trial of a circuit that is half open.
 * {@link #guard} refuses calls above it, so that nobody waits only to be refused.
 */
public final class BreakerChannel implements Channel {

    private static final int WINDOW = 100;
    private static final int TRIALS = 5;
    private static final float FAILED_PERCENT = 80;
    private static final Duration REST = Duration.ofSeconds(10);
    /** Trials that tell nothing for so long are given anew. */
    private static final Duration LONGEST_TRIAL = Duration.ofSeconds(60);

    private final CircuitBreaker breaker;
    private final Time time;
    private final Warnings warnings;
    private final Channel next;

    private volatile State seen = State.CLOSED;
    /** When the state that was seen ends, unless requests end it. */
    private volatile Deadline end;

    public BreakerChannel(Time time, Channel next) {
        this.time = time;
        this.warnings = new Warnings(Warnings.CALLS, time::nanos);
        this.next = next;
        end = Deadline.in(Duration.ZERO, time);
        CircuitBreakerConfig config = CircuitBreakerConfig.custom()
                // One by one: what sets all three at once returns another type in Resilience4j 2.3.
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(WINDOW)
                .minimumNumberOfCalls(WINDOW / 2)
                .failureRateThreshold(FAILED_PERCENT)
                // The rest is kept here, by the client's own time.
                .waitDurationInOpenState(Duration.ofDays(1))
                .permittedNumberOfCallsInHalfOpenState(TRIALS)
                .recordException(BreakerChannel::isTheServers)
                .ignoreException(BreakerChannel::saysNothing)
                .build();
        breaker = CircuitBreaker.of("passculture", config);
    }

    /** A layer above, which refuses what is sure to be refused here. */
    public Channel guard(Channel below) {
        return new Channel() {
            @Override
            public <T> CompletableFuture<T> send(Call<T> call) {
                boolean open = breaker.getState() == State.OPEN && !(seen == State.OPEN && end.passed());
                return open ? Stages.failed(refused(call)) : below.send(call);
            }
        };
    }

    @Override
    public <T> CompletableFuture<T> send(Call<T> call) {
        if (!acquire()) {
            return Stages.failed(refused(call));
        }
        long start = time.nanos();
        return Stages.ending(Stages.start(() -> next.send(call)), failure -> record(time.nanos() - start, failure));
    }

    private boolean acquire() {
        State state = breaker.getState();
        if (state != State.CLOSED && state == seen && end.passed()) {
            synchronized (this) {
                if (breaker.getState() == state && state == seen && end.passed()) {
                    if (state == State.HALF_OPEN) {
                        breaker.transitionToOpenState();
                        look();
                    }
                    breaker.transitionToHalfOpenState();
                    look();
                }
            }
        }
        return breaker.tryAcquirePermission();
    }

    /** Whatever becomes of a request, its permission comes back. */
    private void record(long nanos, @Nullable Throwable failure) {
        if (failure == null) {
            breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
        } else {
            breaker.onError(nanos, TimeUnit.NANOSECONDS, failure);
        }
        if (breaker.getState() != seen) {
            look();
        }
    }

    private synchronized void look() {
        State now = breaker.getState();
        if (now != seen) {
            end = Deadline.in(now == State.OPEN ? REST : LONGEST_TRIAL, time);
            seen = now;
            if (now == State.OPEN) {
                warnings.warn(
                        now,
                        "The server fails too often: calls are refused for " + REST.toSeconds() + " s, then " + TRIALS
                                + " are let through");
            }
        }
    }

    private CircuitOpenException refused(Call<?> call) {
        return CallExceptions.circuitOpen(call, seen == State.OPEN ? end.remaining() : Duration.ZERO);
    }

    private static boolean isTheServers(Throwable failure) {
        return failure instanceof ServerException
                || (failure instanceof TransportException lost && lost.isTheServers())
                || (failure instanceof DeadlineException missed && missed.mayHaveBeenProcessed());
    }

    /** A refusal says that the server works. An interrupt, or a request that we kept from leaving, says nothing. */
    private static boolean saysNothing(Throwable failure) {
        return !isTheServers(failure)
                && !(failure instanceof ApiException)
                && !(failure instanceof UnreadableResponseException);
    }
}
