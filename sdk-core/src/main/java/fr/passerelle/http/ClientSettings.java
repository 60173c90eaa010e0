package fr.passerelle.http;

import fr.passerelle.ratelimit.RateLimiter;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link ClientBuilder} was told, for the client that it builds.
 *
 * @param environment which server
 * @param limits how long and how often a call may try
 * @param rateLimiter null for the programme's own quota
 * @param okHttpClient the user's, or null
 * @param executor the user's, or null
 * @param callListeners who is told what the calls do
 * @param clock for rules and dates
 * @param userAgentSuffix empty for none
 * @param circuitBreaker when the server is left alone
 * @param name the client's, or empty
 * @param tags the client's
 * @param headers that every call sends
 * @param requestIds makes an id for each call; null for none
 */
public record ClientSettings(
        Environment environment,
        Limits limits,
        @Nullable RateLimiter rateLimiter,
        @Nullable OkHttpClient okHttpClient,
        @Nullable Executor executor,
        List<CallListener.Factory> callListeners,
        Clock clock,
        String userAgentSuffix,
        CircuitBreaker circuitBreaker,
        String name,
        Map<String, String> tags,
        Map<String, String> headers,
        @Nullable Supplier<@Nullable String> requestIds) {

    public ClientSettings {
        callListeners = List.copyOf(callListeners);
        tags = Map.copyOf(tags);
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }
}
