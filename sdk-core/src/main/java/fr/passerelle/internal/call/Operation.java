package fr.passerelle.internal.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import fr.passerelle.error.CallException;
import fr.passerelle.http.CallListener.WaitReason;
import fr.passerelle.http.Limits;
import fr.passerelle.http.RawResponse;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.http.Versioned;
import fr.passerelle.internal.endpoint.ApiExceptions;
import fr.passerelle.internal.endpoint.SentRequest;
import fr.passerelle.internal.json.ResponseDecoder;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a user asked for: a request, or several one after another, under one deadline. Knows where it runs
 * (the caller's thread, or an executor for a future) and what ends it early.
 */
public final class Operation {

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    private final ClientContext client;
    private final RequestOptions options;
    private final Limits limits;
    private final Executor executor;
    private final Executor handover;
    private final Cancellation cancellation;
    private final Deadline deadline;
    private final boolean future;
    private final @Nullable Deadline queueLimit;
    private final String requestId;
    private volatile @Nullable String bearer;

    private Operation(
            ClientContext client,
            RequestOptions options,
            Executor executor,
            Cancellation cancellation,
            Deadline deadline,
            boolean future,
            String requestId) {
        this.client = client;
        this.options = options;
        this.limits = client.limits().with(options);
        this.executor = executor;
        this.handover = future ? client.executors().handover() : Runnable::run;
        this.cancellation = cancellation;
        this.deadline = deadline;
        this.future = future;
        this.requestId = requestId;
        this.queueLimit = limits.queue() == null || !future ? null : Deadline.in(limits.queue(), client.time());
    }

    /** On the thread that waits for it: its deadline runs. */
    static Operation blocking(
            ClientContext client, RequestOptions options, Executor caller, Cancellation cancellation) {
        Duration call = options.callTimeout().orElse(client.limits().call());
        return new Operation(
                client,
                options,
                caller,
                cancellation,
                Deadline.in(call, client.time()),
                false,
                client.requestId(options));
    }

    /** For a future: its deadline begins with its first request. */
    static Operation future(
            ClientContext client, RequestOptions options, Executor executor, Cancellation cancellation) {
        Duration call = options.callTimeout().orElse(client.limits().call());
        return new Operation(
                client,
                options,
                executor,
                cancellation,
                Deadline.notStarted(call, client.time()),
                true,
                client.requestId(options));
    }

    /** The same with other options. */
    public Operation with(RequestOptions others) {
        String id = others.requestId().orElse(requestId);
        return new Operation(client, others, executor, cancellation, deadline, future, id);
    }

    /** What comes next, such as the next page, with a deadline of its own. */
    public Operation next() {
        Duration call = options.callTimeout().orElse(client.limits().call());
        Deadline own = future ? Deadline.notStarted(call, client.time()) : Deadline.in(call, client.time());
        return new Operation(client, options, executor, cancellation, own, future, requestId);
    }

    /** What the caller asked for. */
    public RequestOptions options() {
        return options;
    }

    /** What every request of the client has. */
    public Map<String, String> headers() {
        return client.headers();
    }

    /** Whose it is, for a line of a log: its client's name and its id, if it has them. */
    public String who() {
        return (client.name().isEmpty() ? "" : ", client " + client.name())
                + (requestId.isEmpty() ? "" : ", request " + requestId);
    }

    /** The id of its calls; empty if they have none. */
    public String requestId() {
        return requestId;
    }

    Limits limits() {
        return limits;
    }

    public Deadline deadline() {
        return deadline;
    }

    /** How long a future may wait for its first permit; null if as long as it takes, or if it does not queue. */
    @Nullable
    Deadline queueLimit() {
        return queueLimit;
    }

    public Cancellation cancellation() {
        return cancellation;
    }

    ClientContext client() {
        return client;
    }

    /** The client's clock, for rules that need to know. */
    public Instant now() {
        return client.clock().instant();
    }

    /** The earliest that the server's clock may have shown until now; one that is further off settles less. */
    public Instant notBefore() {
        return now().minus(CLOCKS_DIFFER);
    }

    /** A moment from which a duration has passed, by the client's time. */
    public Deadline in(Duration duration) {
        return Deadline.in(duration, client.time());
    }

    /** A body. */
    public String json(Object value) {
        try {
            return client.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(value.getClass().getSimpleName() + " cannot be written as JSON", e);
        }
    }

    /**
     * A body that the caller wrote.
     *
     * @throws IllegalArgumentException if it is no JSON; the message does not quote it
     */
    public String checkedJson(String document) {
        try {
            client.mapper().readTree(document);
            return document;
        } catch (JsonProcessingException e) {
            // Without its cause, whose message quotes the document.
            throw new IllegalArgumentException("the body is no JSON");
        }
    }

    /** A call whose response is given as it came, if it is a success. */
    public CompletableFuture<RawResponse> raw(HttpCall http) {
        ResponseDecoder decoder = client.decoder();
        SentRequest request = sent(http);
        return execute(
                http,
                response -> {
                    decoder.check(request, response);
                    return response;
                },
                null);
    }

    /** Whether a member of a response is a list. */
    public boolean isList(RawResponse response, String member) {
        return client.decoder().isList(response, member);
    }

    /** A call whose response is the value. */
    public <T> CompletableFuture<T> execute(HttpCall http, TypeReference<T> type) {
        return execute(http, "", type);
    }

    /** A call whose response holds the value as a member. */
    public <T> CompletableFuture<T> execute(HttpCall http, String member, TypeReference<T> type) {
        return execute(http, reader(http, member, type), null);
    }

    /** A call whose response is the thing of this id: one about another thing belongs to another request. */
    public <T> CompletableFuture<T> execute(
            HttpCall http, TypeReference<T> type, Object id, Function<T, ? extends Object> idOf) {
        return execute(http, checkedReader(http, type, id, idOf), null);
    }

    /** The same, with the version that the response names. */
    public <T> CompletableFuture<Versioned<T>> versioned(
            HttpCall http, TypeReference<T> type, Object id, Function<T, ? extends Object> idOf) {
        Function<RawResponse, T> reader = checkedReader(http, type, id, idOf);
        SentRequest request = sent(http);
        return execute(
                http,
                response -> {
                    T value = reader.apply(response);
                    String version = response.header("ETag")
                            .orElseThrow(() -> ApiExceptions.unreadable(request, "", "no ETag", response));
                    return new Versioned<>(value, version);
                },
                null);
    }

    private <T> Function<RawResponse, T> checkedReader(
            HttpCall http, TypeReference<T> type, Object id, Function<T, ? extends Object> idOf) {
        Function<RawResponse, T> reader = reader(http, "", type);
        SentRequest request = sent(http);
        return response -> {
            T value = reader.apply(response);
            if (!id.equals(idOf.apply(value))) {
                throw ApiExceptions.unreadable(request, "/id", "another id than the one asked for", response);
            }
            return value;
        };
    }

    /** A call whose response is a text. */
    public CompletableFuture<String> text(HttpCall http) {
        return Stages.map(raw(http), RawResponse::bodyText);
    }

    /** The same operation, for a change of this version only; null for a change of whatever is there. */
    public Operation ifMatch(@Nullable String version) {
        return version == null
                ? this
                : with(options.toBuilder().header("If-Match", version).build());
    }

    /** A write whose response is the value, or holds it as a member. */
    public <T> CompletableFuture<T> execute(
            HttpCall http, String member, TypeReference<T> type, @Nullable OutcomeCheck<T> check) {
        return execute(http, reader(http, member, type), check);
    }

    /** A write whose response says nothing. The value: whether an earlier response was lost. */
    public CompletableFuture<Boolean> run(HttpCall http) {
        return run(http, null);
    }

    /** A write whose response says nothing. The value: whether a response was lost on the way. */
    public CompletableFuture<Boolean> run(HttpCall http, @Nullable OutcomeCheck<Boolean> check) {
        ResponseDecoder decoder = client.decoder();
        SentRequest request = sent(http);
        return execute(
                http,
                response -> {
                    decoder.readNothing(request, response);
                    return response.afterLostResponse();
                },
                check);
    }

    private <T> Function<RawResponse, T> reader(HttpCall http, String member, TypeReference<T> type) {
        return new TypedReader<>(client.decoder(), sent(http), member, type);
    }

    SentRequest sent(HttpCall http) {
        return new SentCall(http, this);
    }

    /** A request leaves with this after {@code Bearer}. */
    public void sentAs(@Nullable String secret) {
        bearer = secret;
    }

    /** What the last request left with after {@code Bearer}; null for nothing. */
    @Nullable
    String bearer() {
        return bearer;
    }

    private <T> CompletableFuture<T> execute(
            HttpCall http, Function<RawResponse, T> reader, @Nullable OutcomeCheck<T> check) {
        Call<T> call = Call.first(http, reader, this);
        Function<Call<T>, CompletableFuture<T>> send = client.stack()::send;
        return client.observers()
                .observe(call, check == null ? send : watched -> new CheckedWrite<>(this, check).send(watched));
    }

    <T> CompletableFuture<T> send(Call<T> call) {
        return client.stack().send(call);
    }

    /** Waits until a moment, for the sake of a call that comes next. */
    public CompletableFuture<Boolean> pauseUntil(Deadline moment, HttpCall next) {
        return pause(moment.remaining(), Call.first(next, response -> response, this), WaitReason.BACKOFF);
    }

    /**
     * Has a user's code do something, and waits until that is done. What comes next is a call's work again, and so is
     * done where the operation runs, on whatever thread the user's code ended, and however long it took.
     *
     * @param theirs what to do; it may block, or give a stage that somebody completes later
     * @param next the call that may come next
     */
    public CompletableFuture<Boolean> handTo(Supplier<? extends CompletionStage<?>> theirs, HttpCall next) {
        if (future) {
            Workers.leave();
        }
        Wait<Boolean> wait = new Wait<>(Call.first(next, response -> response, this), WaitReason.BACKOFF);
        wait.onCancel(() -> {});
        CompletableFuture<?> done = Stages.start(() -> theirs.get().toCompletableFuture());
        Stages.whenDone(done, (value, failure) -> {
            if (failure == null) {
                wait.end(true);
            } else {
                wait.fail(failure);
            }
        });
        return wait.over();
    }

    /** Waits, if there is something to wait for. No thread waits but that of a blocking call. */
    CompletableFuture<Boolean> pause(Duration duration, Call<?> call, WaitReason reason) {
        if (duration.isZero()) {
            return Stages.done(true);
        }
        Wait<Boolean> wait = new Wait<>(call, reason);
        Time.Timer timer = client.time().schedule(duration, () -> wait.end(true));
        wait.onCancel(timer::cancel);
        return wait.over();
    }

    /** How this ends, if it is to end early; null if it is not. */
    @Nullable
    CallException ended(Call<?> call) {
        Cancellation.Reason reason = cancellation.reason();
        if (reason == null) {
            return null;
        }
        return reason == Cancellation.Reason.CLOSED
                ? CallExceptions.notBegun(call, "the client was closed")
                : CallExceptions.interruptedBefore(call);
    }

    /** As {@link #ended}, for an attempt that was under way, and has started to leave or not. */
    public @Nullable CallException endedWhileSending(Call<?> call, boolean sent) {
        Cancellation.Reason reason = cancellation.reason();
        if (reason == Cancellation.Reason.CLOSED) {
            return CallExceptions.local(call, "the client was closed", sent, null);
        }
        boolean interrupted =
                reason != null || (!future && Thread.currentThread().isInterrupted());
        return interrupted ? CallExceptions.interrupted(call, sent) : null;
    }

    /** Whether this runs on an executor rather than on the thread of a caller who waits. */
    public boolean isFuture() {
        return future;
    }

    /** The time until something happens elsewhere. What comes after it runs where its operation runs. */
    final class Wait<T> {

        private final CompletableFuture<T> happened = new CompletableFuture<>();
        private final Call<?> call;
        private final WaitReason reason;
        private final boolean held;
        private final long start = client.time().nanos();

        Wait(Call<?> call, WaitReason reason) {
            this(call, reason, false);
        }

        /**
         * A wait.
         *
         * @param held whether the operation's thread waits: nothing comes after it then but that this thread goes on
         */
        Wait(Call<?> call, WaitReason reason, boolean held) {
            this.call = call;
            this.reason = reason;
            this.held = held;
        }

        /** It has happened. */
        void end(T value) {
            resume(value, null);
        }

        /** It will not happen. */
        void fail(Throwable failure) {
            resume(null, failure);
        }

        private void resume(@Nullable T value, @Nullable Throwable failure) {
            if (held) {
                complete(value, failure);
                return;
            }
            try {
                handover.execute(() -> execute(value, failure));
            } catch (RuntimeException | Error noThread) {
                reject(noThread);
            }
        }

        private void execute(@Nullable T value, @Nullable Throwable failure) {
            try {
                executor.execute(() -> complete(value, failure));
            } catch (RuntimeException | Error rejected) {
                reject(rejected);
            }
        }

        private void reject(Throwable why) {
            happened.completeExceptionally(CallExceptions.notBegun(call, "the executor takes no more work", why));
        }

        @SuppressWarnings("NullAway") // a wait without a failure has a value
        private void complete(@Nullable T value, @Nullable Throwable failure) {
            if (failure != null) {
                happened.completeExceptionally(failure);
            } else {
                happened.complete(value);
            }
        }

        /** Ends with the operation, if that is to end early. */
        void onCancel(Runnable forget) {
            if (happened.isDone()) {
                return;
            }
            cancellation.onCancel(() -> {
                forget.run();
                CallException end = ended(call);
                if (end != null) {
                    endEarly(end);
                }
            });
        }

        /** Not on a user's executor, which may have been shut down, and may have dropped what it had. */
        private void endEarly(CallException end) {
            if (!held && future && client.executors().handover() == Workers.HANDOVERS) {
                handover.execute(() -> complete(null, end));
            } else {
                fail(end);
            }
        }

        CompletableFuture<T> over() {
            return Stages.ending(happened, failure -> {
                cancellation.clear();
                Observation observation = call.observation();
                if (observation != null) {
                    observation.waited(reason, client.time().nanos() - start);
                }
            });
        }
    }
}
