package fr.passerelle.invitations;

import fr.passerelle.http.ClientBuilder;
import fr.passerelle.http.Environment;
import fr.passerelle.internal.base.HeaderRules;
import fr.passerelle.internal.call.PermitQueue;
import fr.passerelle.internal.call.RequestExecutor;
import fr.passerelle.internal.call.SystemTime;
import fr.passerelle.internal.call.Time;
import fr.passerelle.internal.library.LibraryVersions;
import fr.passerelle.internal.pipeline.Pipeline;
import fr.passerelle.ratelimit.RateLimiter;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The programme of donated places (docs/invitations.md), for one key of a donor, a structure or an operator. Each of
 * them sees what is theirs; what belongs to another is as if it were not there, and a call that is another role's fails
 * with a {@link fr.passerelle.error.ForbiddenException}. Immutable and safe for use by several threads; make one per
 * key and keep it.
 *
 * <p>Every write is idempotent: drafts have ids that they mint once, and actions lead to a state. So after a lost
 * response a call is sent again by itself, and one that failed all the same can be made again with the same draft.
 *
 * <p>Every call throws a {@link fr.passerelle.error.CallException} when it fails: a
 * {@link fr.passerelle.error.RefusedException} when a rule is against it, a
 * {@link fr.passerelle.error.BadRequestException} when a field is wrong. It throws a
 * {@link fr.passerelle.model.rule.RuleViolationException} when what is to be sent breaks a rule that can be known
 * without the server, and an {@link IllegalStateException} once the client is closed; a future fails with the same.
 */
public final class InvitationsClient implements AutoCloseable {

    private final Pipeline pipeline;
    private final RequestExecutor requests;

    private InvitationsClient(Builder builder, Supplier<String> apiKey) {
        pipeline = builder.pipeline(apiKey);
        requests = pipeline.requests();
    }

    /** A client to set up: it needs a key and a server. */
    public static Builder builder() {
        return new Builder();
    }

    /** Whose key it is. */
    public Account account() {
        return new Account(requests);
    }

    /** Performances, visits and workshops, and the search for places. */
    public Sessions sessions() {
        return new Sessions(requests);
    }

    /** Places that donors give. */
    public Allotments allotments() {
        return new Allotments(requests);
    }

    /** Places kept for some minutes. */
    public Holds holds() {
        return new Holds(requests);
    }

    /** Structures' places for their parties. */
    public Bookings bookings() {
        return new Bookings(requests);
    }

    /** Places that structures give back. */
    public Releases releases() {
        return new Releases(requests);
    }

    /** Structures that wait for places. */
    public Waitlist waitlist() {
        return new Waitlist(requests);
    }

    /** Calls, wishes and draws. */
    public Calls calls() {
        return new Calls(requests);
    }

    /** Places promised by a draw or from a waiting list. */
    public Allocations allocations() {
        return new Allocations(requests);
    }

    /** Several sessions for the same group. */
    public Pathways pathways() {
        return new Pathways(requests);
    }

    /** Who came. */
    public Attendances attendances() {
        return new Attendances(requests);
    }

    /** Vouchers shown at a door. */
    public Entries entries() {
        return new Entries(requests);
    }

    /** Who gives places. */
    public Donors donors() {
        return new Donors(requests);
    }

    /** Who hands places out. */
    public Structures structures() {
        return new Structures(requests);
    }

    /** Keys of donors and structures. */
    public Keys keys() {
        return new Keys(requests);
    }

    /** Figures. */
    public ImpactReports impact() {
        return new ImpactReports(requests);
    }

    /** Who did what. */
    public Audit audit() {
        return new Audit(requests);
    }

    /** What changed. */
    public Changes changes() {
        return new Changes(requests);
    }

    /** Where messages about changes go. */
    public Webhooks webhooks() {
        return new Webhooks(requests);
    }

    /**
     * Ends the client: calls under way fail, their threads end, connections close. A client, a pool or an executor
     * given to the builder stays open. May be called again.
     */
    @Override
    public void close() {
        pipeline.close();
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "InvitationsClient" + pipeline;
    }

    /**
     * Sets a client up; the key and the server are required. Its {@link #name} is {@code invitations} unless said
     * otherwise. Not for use by several threads.
     */
    public static final class Builder extends ClientBuilder<Builder> {

        private static final String NAME = "invitations";

        private @Nullable Supplier<String> apiKey;
        private boolean elsewhere;
        private Time time = new SystemTime();
        private RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();

        private Builder() {
            super(NAME, null);
            name(NAME);
        }

        @Override
        protected Builder self() {
            return this;
        }

        /**
         * The server, as the operator told it, such as {@code https://invitations.example.org}. Required.
         *
         * @throws IllegalArgumentException if the URL is not http or https, has no host, or carries a query, a fragment
         *     or user info
         */
        public Builder baseUrl(String url) {
            return environment(Environment.of(url));
        }

        /**
         * The server; {@link #baseUrl} says the same.
         *
         * @throws IllegalArgumentException if it is one of pass Culture's, which must not see this key
         */
        @Override
        public Builder environment(Environment where) {
            if (where.isProduction() || where.equals(Environment.INTEGRATION)) {
                throw new IllegalArgumentException("environment: that server is pass Culture's; pass the baseUrl of the"
                        + " programme of donated places");
            }
            elsewhere = true;
            return super.environment(where);
        }

        /**
         * The key that the operator gave. Required.
         *
         * @param key as it was given; {@link #build()} refuses a missing one
         */
        public Builder apiKey(@Nullable String key) {
            apiKey = key == null ? null : () -> key;
            return this;
        }

        /**
         * Where to get the key from, asked anew for every attempt, so that keys can rotate. One that gives null or
         * nothing fails {@link #build()}, and later the calls.
         */
        public Builder apiKeyFrom(Supplier<String> keys) {
            apiKey = Objects.requireNonNull(keys, "apiKeyFrom: the supplier is missing");
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

        /** The server says 429 when it is too fast, and has no quota that could be known before. */
        private Pipeline pipeline(Supplier<String> keys) {
            RateLimiter given = settings().rateLimiter();
            PermitQueue queue = new PermitQueue(given == null ? RateLimiter.unlimited() : given, time);
            return new Pipeline(
                    settings(),
                    time,
                    random,
                    endpoint -> HeaderRules.checkKey(keys.get()),
                    () -> queue,
                    UnaryOperator.identity());
        }

        /**
         * The client.
         *
         * @throws IllegalArgumentException if the key or the server is missing, or if the key is blank or holds what no
         *     HTTP header may carry
         * @throws fr.passerelle.error.LibraryVersionException if a library on the class path is too old
         */
        public InvitationsClient build() {
            if (!elsewhere) {
                throw new IllegalArgumentException("baseUrl is missing: pass the address of the programme's server");
            }
            if (apiKey == null) {
                throw new IllegalArgumentException("apiKey is missing: pass the key that the operator gave you");
            }
            Supplier<String> keys = apiKey;
            HeaderRules.checkKey(keys.get());
            return LibraryVersions.checked(
                    settings().circuitBreaker().enabled(), () -> new InvitationsClient(this, keys));
        }
    }
}
