package fr.passerelle.passculture;

import fr.passerelle.http.Environment;
import fr.passerelle.internal.base.HeaderRules;
import fr.passerelle.internal.call.KeyLimiter;
import fr.passerelle.internal.call.PermitQueue;
import fr.passerelle.internal.call.RequestExecutor;
import fr.passerelle.internal.pipeline.Pipeline;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The programme's API for vendors, for one API key. Immutable and safe for use by several threads; make one per key and
 * keep it. Calls are kept under the key's quota and retried where that does no harm. Every call throws a
 * {@link fr.passerelle.error.CallException} when it fails, a {@link fr.passerelle.model.rule.RuleViolationException}
 * when what is to be sent breaks a rule that can be known without the server, and an {@link IllegalStateException} once
 * the client is closed; a future fails with the same. All clients of a process with the same key and server share its
 * quota.
 */
public final class PassCultureClient implements AutoCloseable {

    private final Environment environment;
    private final Pipeline pipeline;
    private final RequestExecutor requests;
    private final @Nullable KeyLimiter keyLimiter;

    private PassCultureClient(Builder builder, Supplier<String> apiKey) {
        environment = builder.checked().environment();
        if (builder.sharesTheKeysLimiter()) {
            KeyLimiter limiter = new KeyLimiter(environment.baseUrl(), builder.time());
            limiter.use(HeaderRules.checkKey(apiKey.get()));
            keyLimiter = limiter;
            pipeline = builder.pipeline(endpoint -> key(apiKey, limiter), limiter, UnaryOperator.identity());
        } else {
            PermitQueue queue = builder.ownQueue();
            keyLimiter = null;
            pipeline = builder.pipeline(
                    endpoint -> HeaderRules.checkKey(apiKey.get()), () -> queue, UnaryOperator.identity());
        }
        requests = pipeline.requests();
    }

    /** A key that has changed has a quota of its own, from the next call on. */
    private static String key(Supplier<String> apiKey, KeyLimiter limiter) {
        String key = HeaderRules.checkKey(apiKey.get());
        limiter.use(key);
        return key;
    }

    /** A client to set up: it needs a key and an environment. */
    public static Builder builder() {
        return new Builder();
    }

    /** The vendor's own account. */
    public ProviderAccount provider() {
        return new ProviderAccount(requests);
    }

    /** Venues. */
    public Venues venues() {
        return new Venues(requests);
    }

    /** The words that offers are described with. */
    public Attributes attributes() {
        return new Attributes(requests);
    }

    /** Event offers, with their prices and dates. */
    public Events events() {
        return new Events(requests);
    }

    /** Product offers, those made by their EAN too. */
    public Products products() {
        return new Products(requests);
    }

    /** A cinema's sessions, film by film. */
    public Cinema cinema() {
        return new Cinema(requests, environment.baseUrl());
    }

    /** The pictures of event and product offers. */
    public OfferImages images() {
        return new OfferImages(requests);
    }

    /** Addresses. */
    public Addresses addresses() {
        return new Addresses(requests);
    }

    /** Bookings. */
    public Bookings bookings() {
        return new Bookings(requests);
    }

    /** Offers to schools. */
    public CollectiveOffers collectiveOffers() {
        return new CollectiveOffers(requests);
    }

    /** Bookings by schools. */
    public CollectiveBookings collectiveBookings() {
        return new CollectiveBookings(requests);
    }

    /** The words that offers to schools are described with. */
    public CollectiveAttributes collectiveAttributes() {
        return new CollectiveAttributes(requests);
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
        return new MockTransitions(requests);
    }

    /** Operations that this SDK does not know yet. */
    public RawCalls raw() {
        return new RawCalls(requests);
    }

    /** For tests: how many operations are under way. */
    int underWay() {
        return pipeline.underWay();
    }

    /**
     * Ends the client: calls under way fail, their threads end, connections close. A client, a pool or an executor
     * given to the builder stays open. May be called again.
     */
    @Override
    public void close() {
        pipeline.close();
        if (keyLimiter != null) {
            keyLimiter.close();
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "PassCultureClient" + pipeline;
    }

    /** Sets a client up; the environment is required. Not for use by several threads. */
    public static final class Builder extends PassCultureBuilder<Builder> {

        private @Nullable Supplier<String> apiKey;

        private Builder() {
            super(null);
        }

        @Override
        protected Builder self() {
            return this;
        }

        /**
         * The provider's API key. Required.
         *
         * @param key as the programme gave it; {@link #build()} refuses a missing one
         */
        public Builder apiKey(@Nullable String key) {
            apiKey = key == null ? null : () -> key;
            return this;
        }

        /**
         * Where to get the API key from, asked anew for every attempt, so that keys can rotate. One that gives null or
         * nothing fails {@link #build()}, and later the calls.
         */
        public Builder apiKeyFrom(Supplier<String> keys) {
            apiKey = Objects.requireNonNull(keys, "apiKeyFrom: the supplier is missing");
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
            checked();
            HeaderRules.checkKey(apiKey.get());
            return new PassCultureClient(this, apiKey);
        }
    }
}
