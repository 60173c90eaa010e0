package fr.passerelle.log;

import fr.passerelle.http.CallListener;
import fr.passerelle.http.ClientBuilder;
import fr.passerelle.metrics.CallMetrics;
import fr.passerelle.tracing.CallTracing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Everything that a client's observers show, as text: all that it is told, meters, spans. */
public final class ShownByObservers implements AutoCloseable {

    private final List<String> told = new ArrayList<>();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final OpenTelemetrySdk telemetry = OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(spans))
                    .build())
            .build();

    public <B extends ClientBuilder<B>> B of(B builder) {
        return builder.callListener(this::started)
                .callListener(new CallMetrics(registry))
                .callListener(new CallTracing(telemetry));
    }

    private CallListener started(CallListener.Target target) {
        told.add(target.toString());
        return new CallListener() {
            @Override
            public void waited(CallListener.WaitReason reason, long nanos) {
                told.add(reason + " " + nanos);
            }

            @Override
            public void attempted(CallListener.Attempt attempt) {
                told.add(attempt.toString());
            }

            @Override
            public void ended(CallListener.End end) {
                told.add(end.toString());
            }
        };
    }

    public List<String> texts() {
        return Stream.of(
                        told.stream(),
                        meters(),
                        spans.getFinishedSpanItems().stream().map(String::valueOf))
                .flatMap(texts -> texts)
                .toList();
    }

    private Stream<String> meters() {
        return registry.getMeters().stream().map(meter -> meter.getId() + " " + meter.measure());
    }

    @Override
    public void close() {
        telemetry.close();
        registry.close();
    }
}
