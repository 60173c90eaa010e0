package fr.passerelle.client;

import fr.passerelle.internal.call.ClientContext.Executors;
import fr.passerelle.internal.call.Limits;
import fr.passerelle.internal.call.LocalPacing;
import fr.passerelle.internal.call.PermitQueue;
import fr.passerelle.internal.call.SystemTime;
import fr.passerelle.internal.call.Time;
import fr.passerelle.internal.http.HeaderRules;
import fr.passerelle.internal.http.UserAgent;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * What both clients are set up with, beside who calls. Not for use by several threads.
 *
 * @param <B> the builder itself
 */
public abstract sealed class ClientBuilder<B extends ClientBuilder<B>>
        permits PassCultureClient.Builder, BeneficiaryClient.Builder {

    private @Nullable Environment environment;
    private @Nullable Pacing pacing;
    private @Nullable OkHttpClient okHttpClient;
    private @Nullable Executor executor;
    private final List<CallObserver> observers = new ArrayList<>();
    private Time time = new SystemTime();
    private RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();
    private Limits limits = Limits.DEFAULT;
    private Clock clock = Clock.systemUTC();
    private String userAgentSuffix = "";

    ClientBuilder(@Nullable Environment usual) {
        environment = usual;
    }

    abstract B self();

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
     * a {@link fr.passerelle.client.error.DeadlineException}. Default: as long as it takes; a thousand futures are a
     * queue, not a thousand timeouts.
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
     * How calls are spread under the key's quota. Default: {@link Quota#PARTNER_API}, which all clients of this process
     * with the same key and server share. A {@link Pacing} given here is asked instead, by whoever is given it.
     */
    public B pacing(Pacing shared) {
        pacing = shared;
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
     * silent repeats, cache, read and write timeouts are turned off in the copy, as the call's own rules replace them.
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
    public B observer(CallObserver another) {
        observers.add(Objects.requireNonNull(another, "observer"));
        return self();
    }

    /** For tests: time that costs none. */
    B time(Time virtual) {
        time = virtual;
        return self();
    }

    /** For tests: chance that repeats itself. */
    B random(RandomGenerator seeded) {
        random = seeded;
        return self();
    }

    Environment environment() {
        if (environment == null) {
            throw new IllegalArgumentException(
                    "environment is missing: pass Environment.INTEGRATION, PRODUCTION or of(...)");
        }
        return environment;
    }

    @Nullable
    OkHttpClient okHttpClient() {
        return okHttpClient;
    }

    Executors executors() {
        return executor == null ? Executors.shared() : Executors.of(executor);
    }

    Time time() {
        return time;
    }

    /** Whether calls are spread as the key's quota asks, in real time. */
    boolean sharesTheKeysLimiter() {
        return pacing == null && time instanceof SystemTime;
    }

    List<CallObserver> observers() {
        return List.copyOf(observers);
    }

    RandomGenerator random() {
        return random;
    }

    Limits limits() {
        return limits;
    }

    Clock clock() {
        return clock;
    }

    /** A queue for this client alone. */
    PermitQueue ownQueue() {
        Pacing limiter = pacing != null ? pacing : new LocalPacing(Quota.PARTNER_API, time::nanos);
        return new PermitQueue(limiter, time);
    }

    String userAgent() {
        return UserAgent.of(userAgentSuffix);
    }
}
