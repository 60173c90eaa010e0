package fr.passerelle.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.http.CallListener;
import fr.passerelle.http.CallListener.Attempt;
import fr.passerelle.http.CallListener.CircuitChange;
import fr.passerelle.http.CallListener.CircuitState;
import fr.passerelle.http.CallListener.End;
import fr.passerelle.http.CallListener.Target;
import fr.passerelle.http.CallListener.WaitReason;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Which meters there are, and what they say. */
class CallMetricsTest {

    private static final Target USE =
            new Target("ValidateBookingByToken", "PATCH", "/public/bookings/v1/use/token/{token}", "example.org", 443);
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void timesCallsAttemptsAndWaits() {
        CallListener listener = new CallMetrics(registry).started(USE);
        listener.waited(WaitReason.RATE_LIMIT, 6 * SECOND);
        listener.attempted(new Attempt(1, 503, null, SECOND));
        listener.waited(WaitReason.BACKOFF, 2 * SECOND);
        listener.attempted(new Attempt(2, null, "TransportException", 3 * SECOND));
        listener.ended(new End(2, null, "TransportException", 12 * SECOND));

        assertThat(seconds("calls", "outcome", "failure", "reason", "TransportException"))
                .isEqualTo(12);
        assertThat(seconds("attempts", "status", "503", "reason", "none")).isEqualTo(1);
        assertThat(seconds("attempts", "status", "none", "reason", "TransportException"))
                .isEqualTo(3);
        assertThat(seconds("waits", "reason", "rate_limit")).isEqualTo(6);
        assertThat(seconds("waits", "reason", "backoff")).isEqualTo(2);
    }

    @Test
    void countsSuccessesApart() {
        CallMetrics metrics = new CallMetrics(registry);
        metrics.started(USE).ended(new End(1, 204, null, SECOND));
        metrics.started(USE).ended(new End(1, 204, null, SECOND));
        metrics.started(USE).ended(new End(1, 410, "GoneException", SECOND));

        assertThat(timer("calls", "outcome", "success", "reason", "none").count())
                .isEqualTo(2);
        assertThat(timer("calls", "outcome", "failure", "reason", "GoneException")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void everyTagHasFewValues() {
        CallListener listener = new CallMetrics(registry).started(USE);
        listener.attempted(new Attempt(1, 204, null, SECOND));
        listener.ended(new End(1, 204, null, SECOND));

        assertThat(registry.getMeters())
                .flatExtracting(meter -> meter.getId().getTags())
                .extracting(tag -> tag.getKey() + "=" + tag.getValue())
                .containsOnly(
                        "client=none",
                        "operation=ValidateBookingByToken",
                        "outcome=success",
                        "status=204",
                        "reason=none");
        assertThat(registry.getMeters())
                .extracting(Meter::getId)
                .allSatisfy(id -> assertThat(id.getDescription()).isNotBlank());
    }

    @Test
    void theClientsNameAndTagsAreTags() {
        Target door = new Target(
                USE.operation(),
                USE.method(),
                USE.pathTemplate(),
                "example.org",
                443,
                "door",
                Map.of("tenant", "rennes"));
        CallMetrics metrics = new CallMetrics(registry);

        metrics.started(door).ended(new End(1, 204, null, SECOND));
        metrics.circuitChanged(new CircuitChange(
                CircuitState.HALF_OPEN, CircuitState.OPEN, "example.org", "door", Map.of("tenant", "rennes")));

        assertThat(timer("calls", "client", "door", "tenant", "rennes").count()).isEqualTo(1);
        assertThat(registry.get("passerelle.client.circuit")
                        .tags("client", "door", "tenant", "rennes", "state", "open")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    private double seconds(String name, String... tags) {
        return timer(name, tags).totalTime(TimeUnit.SECONDS);
    }

    private Timer timer(String name, String... tags) {
        return registry.get("passerelle.client." + name)
                .tag("operation", USE.operation())
                .tags(tags)
                .timer();
    }
}
