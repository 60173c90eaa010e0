package fr.passerelle.tracing;

import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static io.opentelemetry.sdk.testing.assertj.OpenTelemetryAssertions.assertThat;

import fr.passerelle.http.CallListener;
import fr.passerelle.http.CallListener.Attempt;
import fr.passerelle.http.CallListener.End;
import fr.passerelle.http.CallListener.Target;
import fr.passerelle.http.CallListener.WaitReason;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a span says of a call. */
class CallTracingTest {

    @RegisterExtension
    static final OpenTelemetryExtension TELEMETRY = OpenTelemetryExtension.create();

    private static final Target USE = new Target(
            "ValidateBookingByToken", "PATCH", "/public/bookings/v1/use/token/{token}", "backend.example.org", 443);
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final CallTracing tracing = new CallTracing(TELEMETRY.getOpenTelemetry());

    @Test
    void aCallIsASpan() {
        CallListener watch = tracing.started(USE);
        watch.attempted(new Attempt(1, 204, null, SECOND));
        watch.ended(new End(1, 204, null, SECOND));

        assertThat(TELEMETRY.getSpans())
                .singleElement()
                .satisfies(span -> assertThat(span)
                        .hasName("PATCH /public/bookings/v1/use/token/{token}")
                        .hasKind(SpanKind.CLIENT)
                        .hasEnded()
                        .hasStatus(StatusData.unset())
                        .hasAttributes(Attributes.builder()
                                .put("http.request.method", "PATCH")
                                .put("url.template", "/public/bookings/v1/use/token/{token}")
                                .put("http.response.status_code", 204)
                                .put("server.address", "backend.example.org")
                                .put("server.port", 443)
                                .put("passerelle.operation", "ValidateBookingByToken")
                                .build()));
    }

    @Test
    void theClientsNameAndTagsAreAttributes() {
        tracing.started(new Target(
                        USE.operation(),
                        USE.method(),
                        USE.pathTemplate(),
                        USE.host(),
                        443,
                        "door",
                        Map.of("tenant", "rennes")))
                .ended(new End(1, 204, null, SECOND));

        assertThat(TELEMETRY.getSpans())
                .singleElement()
                .satisfies(span -> assertThat(span)
                        .hasAttribute(stringKey("passerelle.client"), "door")
                        .hasAttribute(stringKey("tenant"), "rennes"));
    }

    @Test
    void saysWhatFailedAndHowOftenItWasSent() {
        CallListener watch = tracing.started(USE);
        watch.attempted(new Attempt(1, null, "TransportException", SECOND));
        watch.waited(WaitReason.BACKOFF, 2 * SECOND);
        watch.attempted(new Attempt(2, 410, null, SECOND));
        watch.ended(new End(2, 410, "GoneException", 4 * SECOND));

        assertThat(TELEMETRY.getSpans()).singleElement().satisfies(span -> {
            assertThat(span)
                    .hasStatus(StatusData.error())
                    .hasAttribute(stringKey("error.type"), "GoneException")
                    .hasAttribute(longKey("http.response.status_code"), 410L)
                    .hasAttribute(longKey("http.request.resend_count"), 1L);
            assertThat(span.getEvents()).hasSize(3);
            assertThat(span.getEvents().get(0))
                    .hasName("attempt")
                    .hasAttributesSatisfying(
                            attributes -> assertThat(attributes).containsEntry("error.type", "TransportException"));
            assertThat(span.getEvents().get(1))
                    .hasName("wait")
                    .hasAttributes(Attributes.of(
                            stringKey("passerelle.wait.reason"), "backoff", doubleKey("passerelle.seconds"), 2.0));
            assertThat(span.getEvents().get(2))
                    .hasName("attempt")
                    .hasAttributesSatisfying(
                            attributes -> assertThat(attributes).containsEntry("http.response.status_code", 410));
        });
    }

    @Test
    void belongsToWhatIsCurrentAndIsCurrentItself() {
        Tracer theirs = TELEMETRY.getOpenTelemetry().getTracer("vendor");
        Span evening = theirs.spanBuilder("evening").startSpan();
        Runnable inTheEvening = Context.current().with(evening).wrap(() -> {
            CallListener watch = tracing.started(USE);
            theirs.spanBuilder("inside").startSpan().end();
            watch.ended(new End(0, null, "DeadlineException", SECOND));
            assertThat(Span.current()).isSameAs(evening);
        });
        inTheEvening.run();
        evening.end();

        TELEMETRY
                .assertTraces()
                .hasTracesSatisfyingExactly(trace -> trace.hasSpansSatisfyingExactly(
                        span -> span.hasName("evening"),
                        span -> span.hasName("PATCH /public/bookings/v1/use/token/{token}")
                                .hasParent(trace.getSpan(0)),
                        span -> span.hasName("inside").hasParent(trace.getSpan(1))));
    }
}
