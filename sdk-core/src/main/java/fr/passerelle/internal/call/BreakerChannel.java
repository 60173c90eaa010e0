package fr.passerelle.internal.call;

import fr.passerelle.client.RawAnswer;
import fr.passerelle.client.error.DeadlineException;
import fr.passerelle.client.error.Failures;
import fr.passerelle.client.error.TransportException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Lets a server that is down rest: once four in five of the last hundred calls failed for its sake (no answer, or a
 * 5xx), calls fail at once for ten seconds, then a few are let through to see.
 */
public final class BreakerChannel implements Channel {

    private static final int WINDOW = 100;
    private static final int TRIALS = 5;
    private static final float FAILED_PERCENT = 80;
    private static final Duration REST = Duration.ofSeconds(10);

    private final CircuitBreaker breaker;
    private final Time time;
    private final Channel next;

    public BreakerChannel(Time time, Channel next) {
        this.time = time;
        this.next = next;
        CircuitBreakerConfig config = CircuitBreakerConfig.custom()
                .slidingWindow(WINDOW, WINDOW / 2, SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(FAILED_PERCENT)
                .waitDurationInOpenState(REST)
                .permittedNumberOfCallsInHalfOpenState(TRIALS)
                .recordResult(answer -> answer instanceof RawAnswer raw && raw.status() >= 500)
                .ignoreException(failure -> !isTheServers(failure))
                .currentTimestampFunction(ignored -> time.nanos(), TimeUnit.NANOSECONDS)
                .clock(new TimeClock(time))
                .build();
        breaker = CircuitBreaker.of("passculture", config);
    }

    @Override
    public RawAnswer send(Call call) {
        if (!breaker.tryAcquirePermission()) {
            throw Failures.notSent(
                    call, "the server has failed too often lately; calls are tried again within " + REST);
        }
        long start = time.nanos();
        try {
            RawAnswer answer = next.send(call);
            breaker.onResult(time.nanos() - start, TimeUnit.NANOSECONDS, answer);
            return answer;
        } catch (RuntimeException | Error e) {
            breaker.onError(time.nanos() - start, TimeUnit.NANOSECONDS, e);
            throw e;
        }
    }

    /** An interrupt, or a call that never left for want of a turn, says nothing about the server. */
    private static boolean isTheServers(Throwable failure) {
        return failure instanceof TransportException
                || (failure instanceof DeadlineException missed && missed.mayHaveBeenProcessed());
    }
}
