package fr.passerelle.http;

import fr.passerelle.internal.base.Durations;
import fr.passerelle.internal.base.HeaderRules;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What one call does otherwise than its client: give it to a resource's {@code with(...)}. Immutable. */
public final class RequestOptions {

    private static final Consumer<RawResponse> NOBODY = RequestOptions::drop;
    private static final RequestOptions NONE = builder().build();

    private final @Nullable Duration connectTimeout;
    private final @Nullable Duration attemptTimeout;
    private final @Nullable Duration callTimeout;
    private final int attempts;
    private final boolean idempotent;
    private final boolean generateIds;
    private final boolean readBeforeWrite;
    private final @Nullable Duration queueTimeout;
    private final @Nullable Priority priority;
    private final Map<String, String> headers;
    private final @Nullable String requestId;
    private final Consumer<RawResponse> onResponse;

    private RequestOptions(Builder builder) {
        connectTimeout = builder.connectTimeout;
        attemptTimeout = builder.attemptTimeout;
        callTimeout = builder.callTimeout;
        attempts = builder.attempts;
        idempotent = builder.idempotent;
        generateIds = builder.generateIds;
        readBeforeWrite = builder.readBeforeWrite;
        queueTimeout = builder.queueTimeout;
        priority = builder.priority;
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(builder.headers));
        requestId = builder.requestId;
        onResponse = builder.onResponse;
    }

    private static void drop(RawResponse response) {}

    /** Everything as the client does it. */
    public static RequestOptions none() {
        return NONE;
    }

    /** Options to fill. */
    public static Builder builder() {
        return new Builder();
    }

    /** These options, to change. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.connectTimeout = connectTimeout;
        builder.attemptTimeout = attemptTimeout;
        builder.callTimeout = callTimeout;
        builder.attempts = attempts;
        builder.idempotent = idempotent;
        builder.generateIds = generateIds;
        builder.readBeforeWrite = readBeforeWrite;
        builder.queueTimeout = queueTimeout;
        builder.priority = priority;
        builder.headers.putAll(headers);
        builder.requestId = requestId;
        builder.onResponse = onResponse;
        return builder;
    }

    /** How long opening a connection may take, if not as the client says. */
    public Optional<Duration> connectTimeout() {
        return Optional.ofNullable(connectTimeout);
    }

    /** How long one attempt may take, if not as the client says. */
    public Optional<Duration> attemptTimeout() {
        return Optional.ofNullable(attemptTimeout);
    }

    /** How long the whole call may take, if not as the client says. */
    public Optional<Duration> callTimeout() {
        return Optional.ofNullable(callTimeout);
    }

    /** How often the call may be tried, if not as the client says. */
    public OptionalInt attempts() {
        return attempts == 0 ? OptionalInt.empty() : OptionalInt.of(attempts);
    }

    /** Whether the caller vouches that retrying the call does no harm. */
    public boolean assumeIdempotent() {
        return idempotent;
    }

    /** Whether an offer or a date that is created without an {@code idAtProvider} gets one. */
    public boolean generateIds() {
        return generateIds;
    }

    /** Whether a write reads what is there first, so that a lost response can be settled. */
    public boolean readBeforeWrite() {
        return readBeforeWrite;
    }

    /** How long a future may wait before its call begins; empty for as long as it takes. */
    public Optional<Duration> queueTimeout() {
        return Optional.ofNullable(queueTimeout);
    }

    /** Who waits for the call, if not as usual. */
    public Optional<Priority> priority() {
        return Optional.ofNullable(priority);
    }

    /** Extra headers. */
    public Map<String, String> headers() {
        return headers;
    }

    /** The calls' id, if not as the client says. */
    public Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }

    /** Who wants the raw responses. */
    public Consumer<RawResponse> onResponse() {
        return onResponse;
    }

    /** Without the headers' values, which may be secrets. */
    @Override
    public String toString() {
        return "RequestOptions[connectTimeout=" + connectTimeout + ", attemptTimeout=" + attemptTimeout
                + ", callTimeout=" + callTimeout + ", attempts=" + (attempts == 0 ? null : attempts) + ", idempotent="
                + idempotent + ", generateIds=" + generateIds + ", readBeforeWrite=" + readBeforeWrite
                + ", queueTimeout="
                + queueTimeout + ", priority=" + priority + ", headers=" + headers.keySet() + ", requestId=" + requestId
                + "]";
    }

    /** Fills {@link RequestOptions}. Not for use by several threads. */
    public static final class Builder {

        private @Nullable Duration connectTimeout;
        private @Nullable Duration attemptTimeout;
        private @Nullable Duration callTimeout;
        private int attempts;
        private boolean idempotent;
        private boolean generateIds;
        private boolean readBeforeWrite;
        private @Nullable Duration queueTimeout;
        private @Nullable Priority priority;
        private final Map<String, String> headers = new LinkedHashMap<>();
        private @Nullable String requestId;
        private Consumer<RawResponse> onResponse = NOBODY;

        private Builder() {}

        /**
         * How long opening a connection may take.
         *
         * @throws IllegalArgumentException if not above zero and at most a day
         */
        public Builder connectTimeout(Duration timeout) {
            connectTimeout = Durations.checkPositive("connectTimeout", timeout);
            return this;
        }

        /**
         * How long one attempt may take, connection included.
         *
         * @throws IllegalArgumentException if not above zero and at most a day
         */
        public Builder attemptTimeout(Duration timeout) {
            attemptTimeout = Durations.checkPositive("attemptTimeout", timeout);
            return this;
        }

        /**
         * How long the whole call may take: attempts, pauses and waiting for a permit under the quota. For a list, each
         * page is a call. A future's time begins when its first request leaves: see {@link #queueTimeout}.
         *
         * @throws IllegalArgumentException if not above zero and at most a day
         */
        public Builder callTimeout(Duration timeout) {
            callTimeout = Durations.checkPositive("callTimeout", timeout);
            return this;
        }

        /**
         * How often the call may be tried, the first time included.
         *
         * @throws IllegalArgumentException if below 1 or above 10
         */
        public Builder attempts(int most) {
            attempts = Limits.checkAttempts(most);
            return this;
        }

        /**
         * Sends once, whatever happens. What became of a write whose response is lost is still looked up, where a read
         * tells ({@link #readBeforeWrite}, {@link #generateIds}).
         */
        public Builder noRetry() {
            return attempts(1);
        }

        /**
         * Vouches that retrying this call does no harm: a lost response, a 408 and a 500, 502, 503 or 504 are then
         * tried again without a look at what became of the first try.
         */
        public Builder assumeIdempotent(boolean harmless) {
            idempotent = harmless;
            return this;
        }

        /**
         * Gives every event, product and date that is created without an {@code idAtProvider} a random one (beginning
         * with {@code passerelle-}), so that a lost response can be settled: the id finds what was created, and the
         * server refuses a second one with it. Not so by default, because such an id is the vendor's to give: it shows
         * in every list and booking message, and has to stay unique. Keep what the response says.
         */
        public Builder generateIds(boolean mint) {
            generateIds = mint;
            return this;
        }

        /**
         * Has a write read what is there first, which costs a request more. If the write's response is lost, a second
         * read then tells what became of it: what was not there before and shows everything that was sent is what this
         * call made. Without it, such a write ends undecided wherever sending it again tells nothing.
         */
        public Builder readBeforeWrite(boolean read) {
            readBeforeWrite = read;
            return this;
        }

        /**
         * How long a future may wait in the client's own queue, that is, until its first request leaves. It then fails
         * with a {@link fr.passerelle.error.DeadlineException}. Default: as long as it takes.
         *
         * @throws IllegalArgumentException if not above zero and at most a day
         */
        public Builder queueTimeout(Duration timeout) {
            queueTimeout = Durations.checkPositive("queueTimeout", timeout);
            return this;
        }

        /** Who waits for these calls. Default: what {@link Priority} says of each. */
        public Builder priority(Priority other) {
            priority = other;
            return this;
        }

        /**
         * Adds a header, or replaces one.
         *
         * @throws IllegalArgumentException if the name is not a token or belongs to the client (such as Authorization),
         *     or if the value is not visible ASCII
         */
        public Builder header(String name, String value) {
            HeaderRules.checkExtra(name, value);
            headers.keySet().removeIf(name::equalsIgnoreCase);
            headers.put(name, value);
            return this;
        }

        /**
         * The id of these calls, such as that of the request which your application serves. It is sent as
         * {@code X-Request-Id}, and stands in the messages of exceptions and in logs; so it must be nobody's name.
         *
         * @throws IllegalArgumentException if it is empty, longer than 128 characters, or holds anything but visible
         *     ASCII
         */
        public Builder requestId(String id) {
            requestId = HeaderRules.checkRequestId(id);
            return this;
        }

        /**
         * Receives every response to the call as it came, good or bad, before it is read: that of each attempt, of each
         * page of a list, and of the reads that find out what became of a write. Runs on the thread that makes the
         * call, or on that of the future. What it throws is dropped: what the call did is told all the same.
         */
        public Builder onResponse(Consumer<RawResponse> consumer) {
            onResponse = consumer;
            return this;
        }

        /** The options. */
        public RequestOptions build() {
            return new RequestOptions(this);
        }
    }
}
