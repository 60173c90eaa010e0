package fr.passerelle.http;

import fr.passerelle.ratelimit.RateLimiter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;
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
 */
public record ClientSettings(
        Environment environment,
        Limits limits,
        @Nullable RateLimiter rateLimiter,
        @Nullable OkHttpClient okHttpClient,
        @Nullable Executor executor,
        List<CallListener.Factory> callListeners,
        Clock clock,
        String userAgentSuffix) {

    public ClientSettings {
        callListeners = List.copyOf(callListeners);
    }
}
