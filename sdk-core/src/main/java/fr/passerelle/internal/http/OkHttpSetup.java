package fr.passerelle.internal.http;

import fr.passerelle.internal.call.StalePermitException;
import java.io.IOException;
import java.net.ProtocolException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** The OkHttp client, set up so that it sends each attempt once and leaves nothing behind when closed. */
public final class OkHttpSetup implements AutoCloseable {

    /** Where the {@code Retry-After} of a 503 travels through OkHttp. */
    static final String HIDDEN_RETRY_AFTER = "Passerelle-Retry-After";

    private static final int IDLE_CONNECTIONS = 8;
    /** Many servers and load balancers close what has been idle for five seconds: ours must be closed before. */
    private static final Duration IDLE = Duration.ofSeconds(4);

    /** Beside the largest body, room for headers and for what chunks, compression and TLS add. */
    private static final long MOST_BYTES = ResponseReader.LARGEST_BODY + ResponseReader.LARGEST_BODY / 4;

    /** What every client of the process begins with, so that they share what is set up once, such as whom to trust. */
    private static final class Base {
        private static final OkHttpClient CLIENT = new OkHttpClient();
    }

    private final OkHttpClient client;
    private final Liveness liveness = new Liveness();
    /** Of the calls under way. Not as a tag of their requests: OkHttp reads those by Kotlin's reflection. */
    private final Map<Call, AttemptState> attempts = new ConcurrentHashMap<>();

    private final boolean ownsPool;

    /**
     * Sets a client up.
     *
     * @param theirs the user's client, whose pool, proxy, TLS, DNS and interceptors are kept; null for one of our own
     * @param connect how long most calls may take to connect
     */
    public OkHttpSetup(@Nullable OkHttpClient theirs, Duration connect) {
        ownsPool = theirs == null;
        OkHttpClient.Builder set = theirs != null
                ? theirs.newBuilder()
                : Base.CLIENT
                        .newBuilder()
                        .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, IDLE.toMillis(), TimeUnit.MILLISECONDS));
        OkHttpClient base = set.build();
        if (base.socketFactory() == SocketFactory.getDefault()) {
            set.socketFactory(new BoundedSockets(MOST_BYTES));
        }
        EventListener.Factory listeners = base.eventListenerFactory();
        client = set
                // Calls run on the threads that make them; this only keeps them apart from the user's own.
                .dispatcher(new Dispatcher())
                // Retrying is the attempts' business, and following would carry the key elsewhere.
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(millis(connect), TimeUnit.MILLISECONDS)
                // The attempt's timeout covers reading and writing.
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .cache(null)
                .eventListenerFactory(call -> AttemptListener.of(listeners.create(call), this, call))
                .addInterceptor(this::setConnectTimeout)
                .addNetworkInterceptor(this::leave)
                .build();
    }

    public OkHttpClient client() {
        return client;
    }

    /** A call that is an attempt until it is {@linkplain #end ended}. */
    Call begin(Request request, AttemptState attempt) {
        Call call = client.newCall(request);
        attempts.put(call, attempt);
        return call;
    }

    void end(Call call) {
        attempts.remove(call);
    }

    /** Null if it has ended, or was made by an interceptor of the user's. */
    @Nullable
    AttemptState attempt(Call call) {
        return attempts.get(call);
    }

    void released(Connection connection) {
        liveness.released(connection);
    }

    private Response setConnectTimeout(Interceptor.Chain chain) throws IOException {
        AttemptState flight = attempt(chain.call());
        if (flight == null) {
            return chain.proceed(chain.request());
        }
        int millis = millis(flight.connectTimeout());
        Interceptor.Chain timed = millis == chain.connectTimeoutMillis()
                ? chain
                : chain.withConnectTimeout(millis, TimeUnit.MILLISECONDS);
        return timed.proceed(chain.request());
    }

    /** As OkHttp takes it: an integer, of which 0 means for ever. */
    private static int millis(Duration timeout) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, timeout.toMillis()));
    }

    /**
     * The last look before a byte is written: nobody has seen the request until here. When OkHttp or an interceptor of
     * the user's sends it once more within the attempt, the server has seen it, and it may not start all over.
     */
    private Response leave(Interceptor.Chain chain) throws IOException {
        Connection connection = chain.connection();
        // An interceptor may have made another request of it, but not another call.
        AttemptState flight = attempt(chain.call());
        if (connection != null && flight != null && !flight.sent()) {
            lookBeforeLeaving(connection, flight);
        }
        return checked(chain.proceed(chain.request()));
    }

    private void lookBeforeLeaving(Connection connection, AttemptState flight) throws IOException {
        boolean fresh = flight.connected();
        if (fresh && !flight.mayLeave()) {
            // Opening it took so long. OkHttp closes the connection of an attempt that ends here, and the next one
            // would take as long again: so this one waits.
            flight.renewPermit();
            fresh = false;
        }
        if (!fresh && liveness.isDead(connection)) {
            throw new DeadConnectionException();
        }
        if (!flight.mayLeave()) {
            throw new StalePermitException();
        }
    }

    /**
     * What OkHttp would pass over. It reads a response whose length is no number as one that ends with the connection;
     * and it retries a 503 that says {@code Retry-After: 0} by itself, even a POST: it must not see that header.
     */
    private static Response checked(Response response) throws IOException {
        String length = response.header("Content-Length");
        if (length != null && !isNumber(length)) {
            throw new ProtocolException("the length of the body is no number");
        }
        String asked = response.header("Retry-After");
        if (response.code() != 503 || asked == null) {
            return response;
        }
        // Whatever bytes the server put there: they are read later, and leniently.
        Headers hidden = response.headers()
                .newBuilder()
                .removeAll("Retry-After")
                .addUnsafeNonAscii(HIDDEN_RETRY_AFTER, asked)
                .build();
        return response.newBuilder().headers(hidden).build();
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** The connection was closed by the server while it was idle. Nothing of the request has left. */
    static final class DeadConnectionException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Closes the connections, unless the pool is the user's. */
    @Override
    public void close() {
        if (ownsPool) {
            client.connectionPool().evictAll();
        }
    }
}
