package fr.passerelle.spring;

import fr.passerelle.metrics.CallMetrics;
import fr.passerelle.metrics.DeskMetrics;
import fr.passerelle.tracing.CallTracing;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Metrics and traces, each only where its library is; where nobody keeps them, they are not made. */
final class CallBindings {

    private CallBindings() {}

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MeterRegistry.class)
    static class Micrometer {

        @Bean
        PassCultureClientCustomizer passcultureCallMetrics(ObjectProvider<MeterRegistry> registry) {
            return builder -> registry.ifUnique(unique -> builder.callListener(new CallMetrics(unique)));
        }

        @Bean
        TicketingDeskCustomizer passcultureDeskMetrics(ObjectProvider<MeterRegistry> registry) {
            return builder -> registry.ifUnique(unique -> builder.listener(new DeskMetrics(unique)));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(OpenTelemetry.class)
    static class Tracing {

        @Bean
        PassCultureClientCustomizer passcultureCallTracing(ObjectProvider<OpenTelemetry> telemetry) {
            return builder -> telemetry.ifUnique(unique -> builder.callListener(new CallTracing(unique)));
        }
    }
}
