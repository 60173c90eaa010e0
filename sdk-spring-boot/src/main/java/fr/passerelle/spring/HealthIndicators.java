package fr.passerelle.spring;

import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The health indicator {@code passculture} of the client, under the interface of the Boot that is there. */
final class HealthIndicators {

    private static final String CLIENT = "passculture.api-key";
    private static final String ENABLED = "management.health.passculture.enabled";

    private HealthIndicators() {}

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(org.springframework.boot.actuate.health.HealthIndicator.class)
    @ConditionalOnProperty(name = ENABLED, matchIfMissing = true)
    static class OfBoot3 {

        @Bean
        @ConditionalOnProperty(CLIENT)
        org.springframework.boot.actuate.health.HealthIndicator passcultureHealthIndicator(CallHealth calls) {
            return () -> {
                var health = new org.springframework.boot.actuate.health.Health.Builder();
                return (calls.isUp() ? health.up() : health.down())
                        .withDetails(calls.details())
                        .build();
            };
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(org.springframework.boot.health.contributor.HealthIndicator.class)
    @ConditionalOnProperty(name = ENABLED, matchIfMissing = true)
    static class OfBoot4 {

        @Bean
        @ConditionalOnProperty(CLIENT)
        org.springframework.boot.health.contributor.HealthIndicator passcultureHealthIndicator(CallHealth calls) {
            return () -> {
                var health = new org.springframework.boot.health.contributor.Health.Builder();
                return (calls.isUp() ? health.up() : health.down())
                        .withDetails(calls.details())
                        .build();
            };
        }
    }
}
