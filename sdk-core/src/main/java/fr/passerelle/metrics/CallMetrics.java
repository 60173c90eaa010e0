package fr.passerelle.metrics;

import fr.passerelle.http.CallListener;
import fr.passerelle.http.CallListener.Attempt;
import fr.passerelle.http.CallListener.CircuitChange;
import fr.passerelle.http.CallListener.End;
import fr.passerelle.http.CallListener.Target;
import fr.passerelle.http.CallListener.WaitReason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Counts and times the calls of a client, to be given to {@code builder.callListener(...)}. All values of all tags are
 * few: operations, statuses, and names of exceptions.
 *
 * <ul>
 *   <li>{@code passerelle.client.calls}: timer of whole calls, by {@code operation}, {@code outcome} ({@code success}
 *       or {@code failure}) and {@code reason} (the exception's simple name, or {@code none})
 *   <li>{@code passerelle.client.attempts}: timer of the single requests, by {@code operation}, {@code status} (or
 *       {@code none} without a response) and {@code reason} (why there was no response, or {@code none})
 *   <li>{@code passerelle.client.waits}: timer of the waits before requests, by {@code operation} and {@code reason}
 *       ({@code rate_limit} or {@code backoff})
 *   <li>{@code passerelle.client.circuit}: counter of the circuit breaker's changes, by {@code state} ({@code open},
 *       {@code half_open} or {@code closed})
 * </ul>
 *
 * <p>Each has the tags {@code programme} ({@code passculture} or {@code invitations}) and {@code client}, the client's
 * name (or {@code none}), and the client's own tags.
 */
@SuppressWarnings("exports") // whoever uses this brings the library, and requires its module
public final class CallMetrics implements CallListener.Factory {

    private static final String NONE = "none";

    private final MeterProvider<Timer> calls;
    private final MeterProvider<Timer> attempts;
    private final MeterProvider<Timer> waits;
    private final MeterProvider<Counter> circuits;

    /** Meters in a registry. */
    public CallMetrics(MeterRegistry registry) {
        calls = Timer.builder("passerelle.client.calls")
                .description("Calls to the programme, with their waits and retries")
                .withRegistry(registry);
        attempts = Timer.builder("passerelle.client.attempts")
                .description("Requests to the programme and their responses")
                .withRegistry(registry);
        waits = Timer.builder("passerelle.client.waits")
                .description("Waits of calls for their permit or for another attempt")
                .withRegistry(registry);
        circuits = Counter.builder("passerelle.client.circuit")
                .description("Changes of the circuit breaker")
                .withRegistry(registry);
    }

    @Override
    public CallListener started(Target target) {
        return new Meters(client(target.client(), target.tags()).and("operation", target.operation()));
    }

    @Override
    public void circuitChanged(CircuitChange change) {
        circuits.withTags(client(change.client(), change.tags())
                        .and("state", change.to().name().toLowerCase(Locale.ROOT)))
                .increment();
    }

    private static Tags client(String name, Map<String, String> tags) {
        Tags all = Tags.of("client", name.isEmpty() ? NONE : name);
        for (Map.Entry<String, String> tag : tags.entrySet()) {
            all = all.and(tag.getKey(), tag.getValue());
        }
        return all;
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
