package fr.passerelle.internal.call;

import fr.passerelle.error.ApiException;
import fr.passerelle.error.CircuitOpenException;
import fr.passerelle.error.DeadlineException;
import fr.passerelle.error.ServerException;
import fr.passerelle.error.TransportException;
import fr.passerelle.error.UnreadableResponseException;
import fr.passerelle.http.CallListener.CircuitState;
import fr.passerelle.internal.base.Warnings;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Lets a server that is down rest, as the {@linkplain fr.passerelle.http.CircuitBreaker options} say.
 *
 * <p>Below the rate limiter, so that a call that waits for its permit holds no trial of a circuit that is half open.
 * {@link #guard} refuses calls above it, so that nobody waits only to be refused.
 *
 * <p>Resilience4j decides from the first failure on. Until then there is nothing to decide, and its classes need not be
 * loaded before a client's first response.
 */
public final class BreakerChannel implements Channel {

    /** Trials that tell nothing for so long are given anew. */
    private static final Duration LONGEST_TRIAL = Duration.ofSeconds(60);

    private record Change(CircuitState from, CircuitState to) {}

    private final fr.passerelle.http.CircuitBreaker options;
    private final Time time;
    private final Observers observers;
    private final Warnings warnings;
    private final Channel next;

    private final Queue<Change> changes = new ConcurrentLinkedQueue<>();
    /** Null until the first failure. */
    private volatile @Nullable CircuitBreaker breaker;
    /** Before the first failure; those that its window may hold. */
    private final AtomicInteger successes = new AtomicInteger();

    private volatile CircuitState seen = CircuitState.CLOSED;
    /** When the state that was seen ends, unless requests end it. */
    private volatile Deadline end;

    public BreakerChannel(fr.passerelle.http.CircuitBreaker options, Time time, Observers observers, Channel next) {
        this.options = options;
        this.time = time;
        this.observers = observers;
        this.warnings = observers.warnings();
        this.next = next;
        end = Deadline.in(Duration.ZERO, time);
    }

    /**
     * Null if the library does not fit, which {@code build()} could not tell by its jar's name: a call's own outcome
     * counts for more, and is told as without a circuit breaker.
     */
    private synchronized @Nullable CircuitBreaker breaker() {
        CircuitBreaker made = breaker;
        if (made == null) {
            try {
                made = CircuitBreaker.of("passculture", config());
            } catch (LinkageError broken) {
                warnings.warn(broken.getClass(), "No circuit breaker: Resilience4j does not fit (" + broken + ")");
                return null;
            }
            for (int i = Math.min(successes.get(), options.window()); i > 0; i--) {
                made.onSuccess(0, TimeUnit.NANOSECONDS);
            }
            breaker = made;
        }
        return made;
    }

    private CircuitBreakerConfig config() {
        return CircuitBreakerConfig.custom()
                // One by one: what sets all three at once returns another type in Resilience4j 2.3.
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(options.window())
                .minimumNumberOfCalls(options.minimumRequests())
                .failureRateThreshold(options.failureRate())
                // How long it waits is kept here, by the client's own time.
                .waitDurationInOpenState(Duration.ofDays(1))
                .permittedNumberOfCallsInHalfOpenState(options.trials())
                .recordException(BreakerChannel::isTheServers)
                .ignoreException(BreakerChannel::saysNothing)
                .build();
    }

    /** What it does now. */
    private CircuitState state() {
        CircuitBreaker made = breaker;
        return made == null ? CircuitState.CLOSED : told(made.getState());
    }

    /** A layer above, which refuses what is sure to be refused here. */
    public Channel guard(Channel below) {
        return new Channel() {
            @Override
            public <T> CompletableFuture<T> send(Call<T> call) {
                boolean open = state() == CircuitState.OPEN && !(seen == CircuitState.OPEN && end.passed());
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
        CircuitBreaker made = breaker;
        if (made == null) {
            return true;
        }
        CircuitState state = state();
        if (state != CircuitState.CLOSED && state == seen && end.passed()) {
            synchronized (this) {
                if (state() == state && state == seen && end.passed()) {
                    if (state == CircuitState.HALF_OPEN) {
                        made.transitionToOpenState();
                        look();
                    }
                    made.transitionToHalfOpenState();
                    look();
                }
            }
        }
        tellChanges();
        return made.tryAcquirePermission();
    }

    /** Outside the lock: a listener may take its time. */
    private void tellChanges() {
        for (Change change = changes.poll(); change != null; change = changes.poll()) {
            observers.circuitChanged(change.from(), change.to());
        }
    }

    /** Whatever becomes of a request, its permission comes back. */
    private void record(long nanos, @Nullable Throwable failure) {
        CircuitBreaker made = breaker;
        if (made == null) {
            if (failure == null) {
                if (successes.get() < options.window()) {
                    successes.incrementAndGet();
                }
                return;
            }
            made = breaker();
            if (made == null) {
                return;
            }
        }
        if (failure == null) {
            made.onSuccess(nanos, TimeUnit.NANOSECONDS);
        } else {
            made.onError(nanos, TimeUnit.NANOSECONDS, failure);
        }
        if (state() != seen) {
            look();
            tellChanges();
        }
    }

    private synchronized void look() {
        CircuitState now = state();
        if (now != seen) {
            end = Deadline.in(now == CircuitState.OPEN ? options.waitTime() : LONGEST_TRIAL, time);
            changes.add(new Change(seen, now));
            seen = now;
            if (now == CircuitState.OPEN) {
                warnings.warn(
                        now,
                        "The server fails too often: calls are refused for "
                                + options.waitTime().toMillis() + " ms, then " + options.trials() + " are let through");
            }
        }
    }

    private static CircuitState told(State state) {
        return switch (state) {
            case OPEN -> CircuitState.OPEN;
            case HALF_OPEN -> CircuitState.HALF_OPEN;
            default -> CircuitState.CLOSED;
        };
    }

    private CircuitOpenException refused(Call<?> call) {
        return CallExceptions.circuitOpen(call, seen == CircuitState.OPEN ? end.remaining() : Duration.ZERO);
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
