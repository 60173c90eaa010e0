package fr.passerelle.tracing;

import fr.passerelle.http.CallListener;
import fr.passerelle.http.CallListener.Attempt;
import fr.passerelle.http.CallListener.End;
import fr.passerelle.http.CallListener.Target;
import fr.passerelle.http.CallListener.WaitReason;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import java.util.Locale;

/**
 * Traces the calls of a client, to be given to {@code builder.callListener(...)}: a span of kind {@code CLIENT} for
 * each call, named by method and path template, with the attributes of OpenTelemetry's conventions for HTTP clients,
 * the client's name, its programme and its tags, and an event for each wait and each attempt. There is no
 * {@code url.full}: a path may hold a countermark.
 *
 * <p>The span is current while the call runs. Its parent is what is current on the thread that makes the call; for
 * futures give the client an executor that carries the context along:
 * {@code builder.executor(Context.taskWrapping(executor))}.
 *
 * <p>No {@code traceparent} is sent. The programme is somebody else's: it would not continue the trace, and your ids
 * are none of its business. Who wants it nevertheless adds the header to the options of a call.
 */
@SuppressWarnings("exports") // whoever uses this brings the library, and requires its module
public final class CallTracing implements CallListener.Factory {

    private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
    private static final AttributeKey<String> TEMPLATE = AttributeKey.stringKey("url.template");
    private static final AttributeKey<String> HOST = AttributeKey.stringKey("server.address");
    private static final AttributeKey<Long> PORT = AttributeKey.longKey("server.port");
    private static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");
    private static final AttributeKey<Long> RESENT = AttributeKey.longKey("http.request.resend_count");
    private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");
    private static final AttributeKey<String> OPERATION = AttributeKey.stringKey("passerelle.operation");
    private static final AttributeKey<String> CLIENT = AttributeKey.stringKey("passerelle.client");
    private static final AttributeKey<Long> ATTEMPT = AttributeKey.longKey("passerelle.attempt");
    private static final AttributeKey<String> WAIT_REASON = AttributeKey.stringKey("passerelle.wait.reason");
    private static final AttributeKey<Double> SECONDS = AttributeKey.doubleKey("passerelle.seconds");
    private static final double NANOS_PER_SECOND = 1e9;

    private final Tracer tracer;

    /** Spans by a tracer called {@code fr.passerelle}. */
    public CallTracing(OpenTelemetry telemetry) {
        tracer = telemetry.getTracer("fr.passerelle");
    }

    @Override
    @SuppressWarnings("MustBeClosedChecker") // closed when the call ends, on the same thread
    public CallListener started(Target target) {
        SpanBuilder call = tracer.spanBuilder(target.method() + " " + target.pathTemplate())
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute(METHOD, target.method())
                .setAttribute(TEMPLATE, target.pathTemplate())
                .setAttribute(HOST, target.host())
                .setAttribute(PORT, (long) target.port())
                .setAttribute(OPERATION, target.operation());
        if (!target.client().isEmpty()) {
            call.setAttribute(CLIENT, target.client());
        }
        target.tags().forEach(call::setAttribute);
        Span span = call.startSpan();
        return new CallSpan(span, span.makeCurrent());
    }

    private record CallSpan(Span span, Scope scope) implements CallListener {

        @Override
        public void waited(WaitReason reason, long nanos) {
            String name = reason.name().toLowerCase(Locale.ROOT);
            span.addEvent("wait", Attributes.of(WAIT_REASON, name, SECONDS, nanos / NANOS_PER_SECOND));
        }

        @Override
        public void attempted(Attempt attempt) {
            AttributesBuilder attributes = Attributes.builder()
                    .put(ATTEMPT, attempt.number())
                    .put(SECONDS, attempt.nanos() / NANOS_PER_SECOND);
            if (attempt.status() != null) {
                attributes.put(STATUS, attempt.status().longValue());
            }
            if (attempt.failure() != null) {
                attributes.put(ERROR, attempt.failure());
            }
            span.addEvent("attempt", attributes.build());
        }

        @Override
        public void ended(End end) {
            scope.close();
            if (end.status() != null) {
                span.setAttribute(STATUS, end.status().longValue());
            }
            if (end.attempts() > 1) {
                span.setAttribute(RESENT, end.attempts() - 1L);
            }
            if (end.failure() != null) {
                span.setAttribute(ERROR, end.failure()).setStatus(StatusCode.ERROR);
            }
            span.end();
        }
    }
}
