package fr.passerelle.http;

import fr.passerelle.internal.base.ClientRules;
import fr.passerelle.internal.base.HeaderRules;
import fr.passerelle.ratelimit.Quota;
import fr.passerelle.ratelimit.RateLimiter;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * What every client is set up with, beside who calls. Not for use by several threads.
 *
 * @param <B> the builder itself
 */
public abstract class ClientBuilder<B extends ClientBuilder<B>> {

    /** The tag that tells the clients of two programmes apart. */
    private static final String PROGRAMME = "programme";

    private final String programme;
    private @Nullable Environment environment;
    private @Nullable RateLimiter rateLimiter;
    private @Nullable OkHttpClient okHttpClient;
    private @Nullable Executor executor;
    private final List<CallListener.Factory> callListeners = new ArrayList<>();
    private Limits limits = Limits.DEFAULT;
    private Clock clock = Clock.systemUTC();
    private String userAgentSuffix = "";
    private CircuitBreaker circuitBreaker = CircuitBreaker.DEFAULT;
    private String name = "";
    private final Map<String, String> tags = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private @Nullable Supplier<@Nullable String> requestIds;

    /**
     * Of a programme's client.
     *
     * @param programme its name in metrics and traces
     * @param usual the environment that is usual there, or null if it must be said
     */
    protected ClientBuilder(String programme, @Nullable Environment usual) {
        this.programme = programme;
        environment = usual;
    }

    /** This. */
    protected abstract B self();

    /** Which server. */
    public B environment(Environment where) {
        environment = where;
        return self();
    }

    /**
     * How long opening a connection may take. Default 5 s.
     *
     * @throws IllegalArgumentException if not above zero and at most a day
     */
    public B connectTimeout(Duration timeout) {
        limits = new Limits(timeout, limits.attempt(), limits.call(), limits.attempts(), limits.queue());
        return self();
    }

    /**
     * How long one attempt may take, connection included. Default 30 s.
     *
     * @throws IllegalArgumentException if not above zero and at most a day
     */
    public B attemptTimeout(Duration timeout) {
        limits = new Limits(limits.connect(), timeout, limits.call(), limits.attempts(), limits.queue());
        return self();
    }

    /**
     * How long a whole call may take: attempts, pauses and waiting for a permit under the quota. Default 90 s. A
     * future's time begins when its first request leaves: see {@link #queueTimeout}.
     *
     * @throws IllegalArgumentException if not above zero and at most a day
     */
    public B callTimeout(Duration timeout) {
        limits = new Limits(limits.connect(), limits.attempt(), timeout, limits.attempts(), limits.queue());
        return self();
    }

    /**
     * How long a future may wait in the client's own queue, that is, until its first request leaves. It then fails with
     * a {@link fr.passerelle.error.DeadlineException}. Default: as long as it takes; a thousand futures are a queue,
     * not a thousand timeouts.
     *
     * @throws IllegalArgumentException if not above zero and at most a day
     */
    public B queueTimeout(Duration timeout) {
        limits = new Limits(limits.connect(), limits.attempt(), limits.call(), limits.attempts(), timeout);
        return self();
    }

    /**
     * How often a call may be tried, the first time included. Default 3.
     *
     * @throws IllegalArgumentException if below 1 or above 10
     */
    public B attempts(int most) {
        limits = new Limits(limits.connect(), limits.attempt(), limits.call(), most, limits.queue());
        return self();
    }

    /**
     * How calls are spread under the key's quota. Default: that of the programme. For pass Culture it is
     * {@link Quota#PARTNER_API}, which all clients of this process with the same key and server share; for donated
     * places there is none, and a client slows down when the server says so. A {@link RateLimiter} given here is asked
     * instead, by whoever is given it.
     */
    public B rateLimiter(RateLimiter shared) {
        rateLimiter = shared;
        return self();
    }

    /**
     * When the server is left alone because it fails. Default: {@link CircuitBreaker#DEFAULT}. Its changes are told to
     * the {@link #callListener call listeners}, and at WARN when it opens.
     */
    public B circuitBreaker(CircuitBreaker options) {
        circuitBreaker = Objects.requireNonNull(options, "circuitBreaker");
        return self();
    }

    /**
     * What to call the client in metrics, traces and logs, such as a tenant or {@code door}. It is sent to nobody. Each
     * name is a set of time series of its own: give few, and none of a person. Default: none.
     *
     * @throws IllegalArgumentException if it is blank, longer than 64 characters, or holds what is not visible
     */
    public B name(String client) {
        name = ClientRules.checkName(client);
        return self();
    }

    /**
     * Adds a tag to the client's metrics and traces, or replaces one. It is sent to nobody. Values must be few, as each
     * is a set of time series of its own; clients whose metrics go to one registry need the same keys.
     *
     * @throws IllegalArgumentException if the key is no word or one of the client's own tags, such as
     *     {@code operation}; if the value is blank, longer than 64 characters, or holds what is not visible; or if
     *     there are ten already
     */
    public B tag(String key, String value) {
        ClientRules.checkTag(tags, key, value);
        tags.put(key, value);
        return self();
    }

    /**
     * Adds a header to every request, or replaces one. The options of a call go before it.
     *
     * @throws IllegalArgumentException if the name is not a token or belongs to the client (such as Authorization), or
     *     if the value is not visible ASCII
     */
    public B header(String header, String value) {
        HeaderRules.checkExtra(header, value);
        headers.keySet().removeIf(header::equalsIgnoreCase);
        headers.put(header, value);
        return self();
    }

    /**
     * Who gives each call an id, such as that of the request which your application serves. It is sent as
     * {@code X-Request-Id}, and stands in the messages of exceptions and in logs; so it must be nobody's name. Asked
     * once for each call, and once for each page of a list, on the thread that asks for it; all attempts have the same
     * id. A call for which it returns null has none. Default: none. {@link RequestOptions.Builder#requestId} goes
     * before it.
     *
     * @param ids gives at most 128 characters of visible ASCII: a call with anything else fails with an
     *     {@link IllegalArgumentException}, and nothing is sent
     */
    public B requestIds(Supplier<@Nullable String> ids) {
        requestIds = Objects.requireNonNull(ids, "requestIds");
        return self();
    }

    /** The clock that rules and {@code Retry-After} dates are held against. Default: the system's. */
    public B clock(Clock other) {
        clock = other;
        return self();
    }

    /**
     * What to add to the {@code User-Agent}, such as your product and its version.
     *
     * @throws IllegalArgumentException if it is not visible ASCII
     */
    public B userAgentSuffix(String product) {
        userAgentSuffix = HeaderRules.checkValue("userAgentSuffix", product);
        return self();
    }

    /**
     * Your own OkHttp client, for its proxy, TLS, DNS, pool or interceptors. It is copied, never closed; redirects,
     * silent retries, cache, read and write timeouts are turned off in the copy, as the call's own rules replace them.
     */
    public B okHttpClient(OkHttpClient client) {
        okHttpClient = client;
        return self();
    }

    /**
     * Where the futures do their work: sending, reading, and completing, so also the stages that depend on them. What
     * waits for a permit or a retry holds no thread. It is never shut down; what it does not take fails its future, and
     * what it drops without a word ends when the client is closed. One that runs tasks on the spot has the caller make
     * the first request, and a thread of the SDK's what comes after a wait. Default: at most 20 daemon threads that all
     * clients of the process share and that end when idle.
     */
    public B executor(Executor theirs) {
        executor = theirs;
        return self();
    }

    /**
     * Who is told what the calls do, for metrics or traces; one more with each call of this method. Default: nobody.
     */
    public B callListener(CallListener.Factory another) {
        callListeners.add(Objects.requireNonNull(another, "callListener"));
        return self();
    }

    /**
     * What was set, checked.
     *
     * @throws IllegalArgumentException if the environment is missing
     */
    protected final ClientSettings settings() {
        if (environment == null) {
            throw new IllegalArgumentException(
                    "environment is missing: pass Environment.INTEGRATION, PRODUCTION or of(...)");
        }
        Map<String, String> withProgramme = new LinkedHashMap<>(tags);
        withProgramme.put(PROGRAMME, programme);
        return new ClientSettings(
                environment,
                limits,
                rateLimiter,
                okHttpClient,
                executor,
                callListeners,
                clock,
                userAgentSuffix,
                circuitBreaker,
                name,
                withProgramme,
                headers,
                requestIds);
    }
}
