package fr.passerelle.metrics;

import fr.passerelle.http.CallListener;
import fr.passerelle.http.CallListener.Attempt;
import fr.passerelle.http.CallListener.End;
import fr.passerelle.http.CallListener.Target;
import fr.passerelle.http.CallListener.WaitReason;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Counts and times the calls of a client, to be given to {@code builder.callListener(...)}. All values of all tags are
 * few: operations, statuses, and names of exceptions.
 *
 * <ul>
 *   <li>{@code passculture.client.calls}: timer of whole calls, by {@code operation}, {@code outcome} ({@code success}
 *       or {@code failure}) and {@code reason} (the exception's simple name, or {@code none})
 *   <li>{@code passculture.client.attempts}: timer of the single requests, by {@code operation}, {@code status} (or
 *       {@code none} without a response) and {@code reason} (why there was no response, or {@code none})
 *   <li>{@code passculture.client.waits}: timer of the waits before requests, by {@code operation} and {@code reason}
 *       ({@code rate_limit} or {@code backoff})
 * </ul>
 */
@SuppressWarnings("exports") // whoever uses this brings the library, and requires its module
public final class CallMetrics implements CallListener.Factory {

    private static final String NONE = "none";

    private final MeterProvider<Timer> calls;
    private final MeterProvider<Timer> attempts;
    private final MeterProvider<Timer> waits;

    /** Meters in a registry. */
    public CallMetrics(MeterRegistry registry) {
        calls = Timer.builder("passculture.client.calls")
                .description("Calls to the programme, with their waits and retries")
                .withRegistry(registry);
        attempts = Timer.builder("passculture.client.attempts")
                .description("Requests to the programme and their responses")
                .withRegistry(registry);
        waits = Timer.builder("passculture.client.waits")
                .description("Waits of calls for their permit or for another attempt")
                .withRegistry(registry);
    }

    @Override
    public CallListener started(Target target) {
        return new Meters(Tags.of("operation", target.operation()));
    }

    private static String orNone(@Nullable Object value) {
        return value == null ? NONE : value.toString();
    }

    private final class Meters implements CallListener {

        private final Tags operation;

        Meters(Tags operation) {
            this.operation = operation;
        }

        @Override
        public void waited(WaitReason reason, long nanos) {
            waits.withTags(operation.and("reason", reason.name().toLowerCase(Locale.ROOT)))
                    .record(nanos, TimeUnit.NANOSECONDS);
        }

        @Override
        public void attempted(Attempt attempt) {
            attempts.withTags(operation.and("status", orNone(attempt.status()), "reason", orNone(attempt.failure())))
                    .record(attempt.nanos(), TimeUnit.NANOSECONDS);
        }

        @Override
        public void ended(End end) {
            String outcome = end.failure() == null ? "success" : "failure";
            calls.withTags(operation.and("outcome", outcome, "reason", orNone(end.failure())))
                    .record(end.nanos(), TimeUnit.NANOSECONDS);
        }
    }
}
