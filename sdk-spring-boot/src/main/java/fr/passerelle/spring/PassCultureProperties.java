package fr.passerelle.spring;

import fr.passerelle.http.Environment;
import fr.passerelle.ratelimit.Quota;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties {@code passculture.…}.
 *
 * @param name Name of the client and the ticketing desk in logs and metrics, for applications that have several or
 *     share a dashboard.
 * @param apiKey Key of the partner API. Without it there is no client bean.
 * @param environment Server of the partner API: integration, production, or the URL of another one such as a sandbox.
 * @param webhookKeys HMAC keys that messages to the ticketing desk may be signed with; during a rotation the old and
 *     the new one.
 * @param webhookPath Path where the ticketing desk receives the programme's messages.
 * @param rate How calls are spread under the key's quota.
 */
@ConfigurationProperties("passculture")
public record PassCultureProperties(
        @DefaultValue(PassCultureProperties.DEFAULT_NAME) String name,

        @Nullable String apiKey,
        @Nullable String environment,
        @DefaultValue List<String> webhookKeys,

        @DefaultValue(PassCultureProperties.DEFAULT_WEBHOOK_PATH)
        String webhookPath,

        @DefaultValue Rate rate) {

    static final String DEFAULT_NAME = "default";
    static final String DEFAULT_WEBHOOK_PATH = "/passculture";

    /**
     * How calls are spread.
     *
     * @param enabled Whether calls are spread at all; turn it off for a sandbox without quota only.
     * @param calls How many calls the server takes from the key in any window.
     * @param window How long the window is.
     */
    public record Rate(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("200") int calls,
            @DefaultValue("60s") Duration window) {

        boolean isUsual() {
            return enabled && quota().equals(Quota.PARTNER_API);
        }

        Quota quota() {
            return new Quota(calls, window);
        }
    }

    /** The keys are copied. */
    public PassCultureProperties {
        webhookKeys = List.copyOf(webhookKeys);
    }

    /**
     * The server that the property names.
     *
     * @throws IllegalStateException if the property is absent, or neither a name nor a URL
     */
    Environment server() {
        String name = environment == null ? "" : environment.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "integration" -> Environment.INTEGRATION;
            case "production" -> Environment.PRODUCTION;
            default -> at(environment == null ? "" : environment.strip());
        };
    }

    private static Environment at(String url) {
        try {
            return Environment.of(url);
        } catch (IllegalArgumentException refused) {
            throw new IllegalStateException(
                    "passculture.environment must be integration, production or an http(s) URL", refused);
        }
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "PassCultureProperties{name=" + name + ", webhookPath=" + webhookPath + ", rate=" + rate
                + ", keys redacted}";
    }
}
