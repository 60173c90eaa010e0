package fr.passerelle.internal.http;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** The OkHttp client, set up so that it sends each attempt once and leaves nothing behind when closed. */
public final class Wire implements AutoCloseable {

    /** Where the {@code Retry-After} of a 503 travels through OkHttp. */
    static final String HIDDEN_RETRY_AFTER = "Passerelle-Retry-After";

    private static final int IDLE_CONNECTIONS = 8;
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final OkHttpClient client;
    private final InterruptWatch watch = new InterruptWatch();
    private final boolean ownsPool;

    /**
     * Sets a client up.
     *
     * @param theirs the user's client, whose pool, proxy, TLS, DNS and interceptors are kept; null for one of our own
     */
    public Wire(@Nullable OkHttpClient theirs) {
        ownsPool = theirs == null;
        OkHttpClient base = theirs != null
                ? theirs
                : new OkHttpClient.Builder()
                        .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, IDLE.toMillis(), TimeUnit.MILLISECONDS))
                        .build();
        EventListener.Factory listeners = base.eventListenerFactory();
        client = base.newBuilder()
                // Calls run on the threads that make them; this only keeps them apart from the user's own.
                .dispatcher(new Dispatcher())
                // Repeating is the attempts' business, and following would carry the key elsewhere.
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                // The attempt's timeout covers reading and writing.
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .cache(null)
                .eventListenerFactory(call -> listeners.create(call).plus(new SentListener()))
                .addInterceptor(Wire::setConnectTimeout)
                .addNetworkInterceptor(Wire::hideRetryAfter)
                .build();
    }

    public OkHttpClient client() {
        return client;
    }

    InterruptWatch watch() {
        return watch;
    }

    private static Response setConnectTimeout(Interceptor.Chain chain) throws IOException {
        Flight flight = chain.request().tag(Flight.class);
        if (flight == null) {
            return chain.proceed(chain.request());
        }
        int millis = Math.toIntExact(Math.max(1, flight.connectTimeout().toMillis()));
        return chain.withConnectTimeout(millis, TimeUnit.MILLISECONDS).proceed(chain.request());
    }

    /** OkHttp repeats a 503 that says {@code Retry-After: 0} by itself, even a POST: it must not see that header. */
    private static Response hideRetryAfter(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        String asked = response.header("Retry-After");
        return response.code() != 503 || asked == null
                ? response
                : response.newBuilder()
                        .removeHeader("Retry-After")
                        .header(HIDDEN_RETRY_AFTER, asked)
                        .build();
    }

    /** Marks the moment from which a request may have reached the server. */
    private static final class SentListener extends EventListener {
        @Override
        public void requestHeadersStart(Call call) {
            Flight flight = call.request().tag(Flight.class);
            if (flight != null) {
                flight.markSent();
            }
        }
    }

    /** Cancels what is under way, and closes the connections unless the pool is the user's. */
    @Override
    public void close() {
        client.dispatcher().cancelAll();
        watch.close();
        if (ownsPool) {
            client.connectionPool().evictAll();
        }
    }
}
