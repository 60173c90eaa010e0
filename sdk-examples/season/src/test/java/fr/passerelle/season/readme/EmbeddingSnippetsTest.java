package fr.passerelle.season.readme;

import static fr.passerelle.http.Priority.INTERACTIVE;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.http.RequestOptions;
import fr.passerelle.metrics.CallMetrics;
import fr.passerelle.passculture.Bookings;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.ratelimit.Quota;
import fr.passerelle.ratelimit.RateLimiter;
import fr.passerelle.sandbox.Sandbox;
import fr.passerelle.tracing.CallTracing;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** The snippets of docs/embedding.md. */
class EmbeddingSnippetsTest extends VendorSnippets {

    @Test
    void measuresAndTracesACall(Sandbox sandbox) {
        asVendorOf(sandbox);
        MeterRegistry meterRegistry = new SimpleMeterRegistry();
        OpenTelemetry openTelemetry = OpenTelemetry.noop();

        // snippet: listeners
        PassCultureClient passCulture = PassCultureClient.builder()
                .apiKey(apiKey)
                .environment(environment)
                .callListener(new CallMetrics(meterRegistry))
                .callListener(new CallTracing(openTelemetry))
                .build();
        // end

        passCulture.provider().get();
        passCulture.close();
        assertThat(meterRegistry
                        .get("passerelle.client.calls")
                        .tags("operation", "GetProvider", "outcome", "success")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void namesATenantsClient(Sandbox sandbox) {
        asVendorOf(sandbox);
        MDC.put("requestId", "page-7f3a");

        // snippet: tenant
        PassCultureClient passCulture = PassCultureClient.builder()
                .apiKey(apiKey)
                .environment(environment)
                .name("rennes") // in metrics, traces and WARN lines; sent to nobody
                .tag("region", "bretagne") // in metrics and traces
                .header("X-Platform", "MyPlatform") // on every request
                .requestIds(() -> MDC.get("requestId")) // sent as X-Request-Id, in messages and at DEBUG
                .build();
        // end

        assertThat(passCulture.provider().get().id()).isPositive();
        passCulture.close();
        MDC.remove("requestId");
    }

    @Test
    void putsAnyCallBeforeBulkWork(Sandbox sandbox) {
        asVendorOf(sandbox);
        try (PassCultureClient passCulture = client()) {

            // snippet: priority
            Bookings bookings = passCulture
                    .bookings()
                    .with(RequestOptions.builder().priority(INTERACTIVE).build());
            // end

            assertThat(bookings.ofVenue(venueId)).isEmpty();
        }
    }

    @Test
    void sharesAQuota(Sandbox sandbox) {
        asVendorOf(sandbox);
        RateLimiter store = RateLimiter.unlimited();

        // snippet: shared-quota
        PassCultureClient passCulture = PassCultureClient.builder()
                .apiKey(apiKey)
                .environment(environment)
                .rateLimiter(RateLimiter.shared(store, Quota.PARTNER_API, 2)) // two processes at most
                .build();
        // end

        assertThat(passCulture.provider().get().id()).isPositive();
        passCulture.close();
    }
}
