package fr.passerelle.spring;

import fr.passerelle.http.CallListener;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.ratelimit.RateLimiter;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * A {@link PassCultureClient} by the properties {@code passculture.…}, unless the application has one of its own or no
 * {@code passculture.api-key}. It tells metrics and traces what it does, where the application has a registry or an
 * OpenTelemetry, and every {@link CallListener.Factory} bean. A {@link RateLimiter} bean takes the place of the usual
 * one. The context closes it.
 */
@AutoConfiguration
@EnableConfigurationProperties(PassCultureProperties.class)
@Import({
    CallBindings.Micrometer.class,
    CallBindings.Tracing.class,
    HealthIndicators.OfBoot3.class,
    HealthIndicators.OfBoot4.class
})
public class PassCultureAutoConfiguration {

    /** Made by Spring. */
    public PassCultureAutoConfiguration() {}

    @Bean
    CallHealth passcultureCallHealth() {
        return new CallHealth(Clock.systemUTC());
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnProperty("passculture.api-key")
    PassCultureClient passCultureClient(
            PassCultureProperties properties,
            ObjectProvider<RateLimiter> rateLimiter,
            ObjectProvider<CallListener.Factory> listeners,
            ObjectProvider<PassCultureClientCustomizer> customizers) {
        PassCultureClient.Builder builder =
                PassCultureClient.builder().environment(properties.server()).name(properties.name());
        String apiKey = properties.apiKey();
        if (apiKey != null) {
            builder.apiKey(apiKey);
        }
        rate(builder, properties.rate());
        rateLimiter.ifUnique(builder::rateLimiter);
        listeners.orderedStream().forEach(builder::callListener);
        customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
        return builder.build();
    }

    /** The usual rate stays the client's own default, which all clients with the same key share. */
    private static void rate(PassCultureClient.Builder builder, PassCultureProperties.Rate rate) {
        if (!rate.enabled()) {
            builder.rateLimiter(RateLimiter.unlimited());
        } else if (!rate.isUsual()) {
            builder.rateLimiter(RateLimiter.of(rate.quota()));
        }
    }
}
