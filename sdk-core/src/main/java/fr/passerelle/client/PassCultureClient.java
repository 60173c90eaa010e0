package fr.passerelle.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.internal.call.AttemptsChannel;
import fr.passerelle.internal.call.Background;
import fr.passerelle.internal.call.BreakerChannel;
import fr.passerelle.internal.call.Calls;
import fr.passerelle.internal.call.Channel;
import fr.passerelle.internal.call.DeadlineChannel;
import fr.passerelle.internal.call.Engine;
import fr.passerelle.internal.call.Limits;
import fr.passerelle.internal.call.LocalPacing;
import fr.passerelle.internal.call.PacingChannel;
import fr.passerelle.internal.call.SystemTime;
import fr.passerelle.internal.call.Time;
import fr.passerelle.internal.http.HeaderRules;
import fr.passerelle.internal.http.HttpTransport;
import fr.passerelle.internal.http.Wire;
import fr.passerelle.internal.json.AnswerDecoder;
import fr.passerelle.internal.json.Json;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The programme's API for vendors, for one API key. Immutable and safe for use by several threads; make one per key and
 * keep it. Calls are paced under the key's quota and repeated where that does no harm. Every call throws a
 * {@link fr.passerelle.client.error.PassCultureException} when it fails, a
 * {@link fr.passerelle.model.rule.RuleViolationException} when what is to be sent breaks a rule that can be known
 * without the server, and an {@link IllegalStateException} once the client is closed.
 */
public final class PassCultureClient implements AutoCloseable {

    private final Environment environment;
    private final SystemTime systemTime = new SystemTime();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Wire wire;
    private final Background background;
    private final Calls calls;

    private PassCultureClient(Builder builder, Environment environment, Supplier<String> apiKey) {
        this.environment = environment;
        wire = new Wire(builder.okHttpClient);
        background = new Background(builder.executor);
        Time time = builder.time != null ? builder.time : systemTime;
        Channel stack = stack(
                builder, time, new HttpTransport(wire.client(), environment.baseUrl(), apiKey, builder.userAgent()));
        ObjectMapper mapper = Json.mapper();
        AnswerDecoder decoder = new AnswerDecoder(mapper, builder.clock);
        Engine engine = new Engine(stack, builder.limits, time, builder.clock, mapper, decoder, background, closed);
        calls = new Calls(engine, RequestOptions.none());
    }

    /**
     * Each layer stands on the one above it here; a call enters by the deadline, and its answer is decoded or thrown.
     */
    private static Channel stack(Builder builder, Time time, HttpTransport transport) {
        Channel pacing = new PacingChannel(builder.pacing(time), time, transport);
        Channel attempts = new AttemptsChannel(time, builder.clock, builder.random, pacing);
        Channel breaker = new BreakerChannel(time, attempts);
        return new DeadlineChannel(breaker);
    }

    /** A client to set up: it needs a key and an environment. */
    public static Builder builder() {
        return new Builder();
    }

    /** The vendor's own account. */
    public ProviderAccount provider() {
        return new ProviderAccount(calls);
    }

    /** Venues. */
    public Venues venues() {
        return new Venues(calls);
    }

    /** The words that offers are described with. */
    public Attributes attributes() {
        return new Attributes(calls);
    }

    /** Event offers, with their prices and dates. */
    public Events events() {
        return new Events(calls);
    }

    /** Product offers, those made by their EAN too. */
    public Products products() {
        return new Products(calls);
    }

    /** The pictures of event and product offers. */
    public OfferImages images() {
        return new OfferImages(calls);
    }

    /** Addresses. */
    public Addresses addresses() {
        return new Addresses(calls);
    }

    /** Bookings. */
    public Bookings bookings() {
        return new Bookings(calls);
    }

    /** Offers to schools. */
    public CollectiveOffers collectiveOffers() {
        return new CollectiveOffers(calls);
    }

    /** Bookings by schools. */
    public CollectiveBookings collectiveBookings() {
        return new CollectiveBookings(calls);
    }

    /** The words that offers to schools are described with. */
    public CollectiveAttributes collectiveAttributes() {
        return new CollectiveAttributes(calls);
    }

    /**
     * What schools do to bookings, played by the integration environment or by a sandbox.
     *
     * @throws IllegalStateException if the client's environment is production, where nothing is played
     */
    public MockTransitions mock() {
        if (environment.isProduction()) {
            throw new IllegalStateException(
                    "production plays no school: build the client for Environment.INTEGRATION or a sandbox");
        }
        return new MockTransitions(calls);
    }

    /**
     * Ends the client: calls under way fail, their threads end, connections close. A client, a pool or an executor
     * given to the builder stays open. May be called again.
     */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            systemTime.close();
            background.close();
            wire.close();
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "PassCultureClient[" + environment.baseUrl() + "]";
    }

    /** Sets a client up. Not for use by several threads. */
    public static final class Builder {

        private @Nullable Supplier<String> apiKey;
        private @Nullable Environment environment;
        private @Nullable Pacing pacing;
        private @Nullable OkHttpClient okHttpClient;
        private @Nullable Executor executor;
        private @Nullable Time time;
        private RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();
        private Limits limits = Limits.DEFAULT;
        private Clock clock = Clock.systemUTC();
        private String userAgentSuffix = "";

        private Builder() {}

        /**
         * The provider's API key. Required.
         *
         * @param key as the programme gave it; {@link #build()} refuses a missing one
         */
        public Builder apiKey(@Nullable String key) {
            apiKey = key == null ? null : () -> key;
            return this;
        }

        /** Where to get the API key from, asked anew for every attempt, so that keys can rotate. */
        public Builder apiKey(Supplier<String> key) {
            apiKey = key;
            return this;
        }

        /** Which server. Required. */
        public Builder environment(Environment where) {
            environment = where;
            return this;
        }

        /**
         * How long opening a connection may take. Default 5 s.
         *
         * @throws IllegalArgumentException if not above zero and at most a day
         */
        public Builder connectTimeout(Duration timeout) {
            limits = new Limits(timeout, limits.attempt(), limits.call(), limits.attempts());
            return this;
        }

        /**
         * How long one attempt may take, connection included. Default 30 s.
         *
         * @throws IllegalArgumentException if not above zero and at most a day
         */
        public Builder attemptTimeout(Duration timeout) {
            limits = new Limits(limits.connect(), timeout, limits.call(), limits.attempts());
            return this;
        }

        /**
         * How long a whole call may take: attempts, pauses and waiting for a turn under the quota. Default 90 s.
         *
         * @throws IllegalArgumentException if not above zero and at most a day
         */
        public Builder callTimeout(Duration timeout) {
            limits = new Limits(limits.connect(), limits.attempt(), timeout, limits.attempts());
            return this;
        }

        /**
         * How often a call may be tried, the first time included. Default 3.
         *
         * @throws IllegalArgumentException if below 1 or above 10
         */
        public Builder attempts(int most) {
            limits = new Limits(limits.connect(), limits.attempt(), limits.call(), most);
            return this;
        }

        /** How calls are spread under the key's quota. Default: 18 in 6 s, for this client alone. */
        public Builder pacing(Pacing shared) {
            pacing = shared;
            return this;
        }

        /** The clock that rules and {@code Retry-After} dates are held against. Default: the system's. */
        public Builder clock(Clock other) {
            clock = other;
            return this;
        }

        /**
         * What to add to the {@code User-Agent}, such as your product and its version.
         *
         * @throws IllegalArgumentException if it is not visible ASCII
         */
        public Builder userAgentSuffix(String product) {
            userAgentSuffix = HeaderRules.checkValue("userAgentSuffix", product);
            return this;
        }

        /**
         * Your own OkHttp client, for its proxy, TLS, DNS, pool or interceptors. It is copied, never closed; redirects,
         * silent repeats, cache, read and write timeouts are turned off in the copy, as the call's own rules replace
         * them.
         */
        public Builder okHttpClient(OkHttpClient client) {
            okHttpClient = client;
            return this;
        }

        /**
         * Where the futures' work runs. It is never shut down. Default: at most 16 daemon threads of the client's own,
         * with at most 1 000 calls waiting; a future beyond that fails with a
         * {@link java.util.concurrent.RejectedExecutionException}.
         */
        public Builder executor(Executor theirs) {
            executor = theirs;
            return this;
        }

        /** For tests: time that costs none. */
        Builder time(Time virtual) {
            time = virtual;
            return this;
        }

        /** For tests: chance that repeats itself. */
        Builder random(RandomGenerator seeded) {
            random = seeded;
            return this;
        }

        /**
         * The client.
         *
         * @throws IllegalArgumentException if the key or the environment is missing, or if the key is blank or holds
         *     what no HTTP header may carry
         */
        public PassCultureClient build() {
            if (apiKey == null) {
                throw new IllegalArgumentException("apiKey is missing: pass the key of your provider account");
            }
            if (environment == null) {
                throw new IllegalArgumentException(
                        "environment is missing: pass Environment.INTEGRATION, PRODUCTION or of(...)");
            }
            HeaderRules.checkKey(apiKey.get());
            return new PassCultureClient(this, environment, apiKey);
        }

        private Pacing pacing(Time time) {
            return pacing != null ? pacing : new LocalPacing(LocalPacing.CALLS, LocalPacing.PERIOD, time::nanos);
        }

        private String userAgent() {
            String version = PassCultureClient.class.getPackage().getImplementationVersion();
            return "passerelle/" + (version == null ? "dev" : version)
                    + (userAgentSuffix.isEmpty() ? "" : " " + userAgentSuffix);
        }
    }
}
