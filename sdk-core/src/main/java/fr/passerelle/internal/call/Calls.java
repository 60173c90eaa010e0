package fr.passerelle.internal.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import fr.passerelle.client.CallObserver.WaitReason;
import fr.passerelle.client.RawAnswer;
import fr.passerelle.client.RequestOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a resource calls through: the client's engine with the options of one view of it. Immutable. */
public final class Calls {

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    private final Engine engine;
    private final RequestOptions options;
    private final @Nullable Deadline started;

    public Calls(Engine engine, RequestOptions options) {
        this(engine, options, null);
    }

    private Calls(Engine engine, RequestOptions options, @Nullable Deadline started) {
        this.engine = engine;
        this.options = options;
        this.started = started;
    }

    /** The same engine with other options. */
    public Calls with(RequestOptions others) {
        return new Calls(engine, others, started);
    }

    /** The client's clock, for rules that need to know. */
    public Instant now() {
        return engine.clock().instant();
    }

    /** The earliest that the server's clock may have shown until now; one that is further off settles less. */
    public Instant notBefore() {
        return now().minus(CLOCKS_DIFFER);
    }

    /** A moment from which a duration has passed, by the client's time. */
    public Deadline in(Duration duration) {
        return Deadline.in(duration, engine.time());
    }

    /**
     * Waits until a moment, for the sake of a call that comes next.
     *
     * @throws fr.passerelle.client.error.CallInterruptedException if interrupted
     * @throws fr.passerelle.client.error.TransportException if the client is closed meanwhile
     */
    public void pauseUntil(Deadline moment, HttpCall next) {
        pause(moment.remaining(), Call.first(next, options, limits(), moment));
    }

    void pause(Duration duration, Call next) {
        Pauses.pause(duration, engine.time(), next, WaitReason.BACKOFF);
    }

    /** The same calls, all under one deadline that runs from now, unless one runs already. */
    public Calls begun() {
        return started != null ? this : new Calls(engine, options, Deadline.in(limits().call(), engine.time()));
    }

    /** For calls that do no harm when they are repeated, unlike others of their endpoint. */
    public Calls vouched() {
        return with(options.toBuilder().idempotent(true).build());
    }

    /** Whether what is created without an id gets one. */
    public boolean mintIds() {
        return options.mintIds();
    }

    /** Whether a member of an answer is a list. */
    public boolean isList(RawAnswer answer, String member) {
        return engine.decoder().isList(answer, member);
    }

    /** A body. */
    public String json(Object value) {
        try {
            return engine.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(value.getClass().getSimpleName() + " cannot be written as JSON", e);
        }
    }

    /** Makes a call whose answer is the value. */
    public <T> T get(HttpCall http, TypeReference<T> type) {
        return get(http, "", type);
    }

    /** Makes a call whose answer holds the value as a member. */
    public <T> T get(HttpCall http, String member, TypeReference<T> type) {
        return get(http, member, type, null);
    }

    /** Makes a write whose answer is the value, and settles it if the answer is lost. */
    public <T> T get(HttpCall http, TypeReference<T> type, @Nullable Settlement<T> settlement) {
        return get(http, "", type, settlement);
    }

    /** Makes a write whose answer holds the value as a member, and settles it if the answer is lost. */
    public <T> T get(HttpCall http, String member, TypeReference<T> type, @Nullable Settlement<T> settlement) {
        return settled(http, answer -> engine.decoder().read(http.endpoint(), answer, member, type), settlement);
    }

    /** Makes a call that answers nothing. */
    public void run(HttpCall http) {
        run(http, null);
    }

    /**
     * Makes a write that answers nothing, and settles it if the answer is lost.
     *
     * @return whether an answer was lost on the way
     */
    public boolean run(HttpCall http, @Nullable Settlement<Boolean> settlement) {
        return settled(
                http,
                answer -> {
                    engine.decoder().readNothing(http.endpoint(), answer);
                    return answer.afterLostAnswer();
                },
                settlement);
    }

    private <T> T settled(HttpCall http, Function<RawAnswer, T> reading, @Nullable Settlement<T> settlement) {
        checkOpen();
        Calls begun = begun();
        Call first = Call.first(http, options, limits(), Objects.requireNonNull(begun.started));
        return engine.observers().watch(first, call -> new Settling<>(begun, reading, settlement).send(call));
    }

    private void checkOpen() {
        if (engine.closed().get()) {
            throw new IllegalStateException("the client is closed");
        }
    }

    RawAnswer send(Call call) {
        checkOpen();
        RawAnswer answer = engine.stack().send(call);
        options.onAnswer().accept(answer);
        return answer;
    }

    private Limits limits() {
        return engine.limits().with(options);
    }

    /** Does one call's work on a background thread, by the same path; its deadline runs from now. */
    public <T> CompletableFuture<T> later(Function<Calls, T> work) {
        Calls begun = new Calls(engine, options, Deadline.in(limits().call(), engine.time()));
        return engine.background().run(() -> work.apply(begun));
    }

    /** As {@link #later}, for work without a result. */
    @SuppressWarnings("NullAway") // a future of Void holds nothing but null
    public CompletableFuture<Void> runLater(Consumer<Calls> work) {
        return this.<Void>later(calls -> {
            work.accept(calls);
            return null;
        });
    }

    /** As {@link #allLater}, for work without a result. */
    @SuppressWarnings("NullAway") // a future of Void holds nothing but null
    public CompletableFuture<Void> runAllLater(Consumer<Calls> work) {
        return this.<Void>allLater(calls -> {
            work.accept(calls);
            return null;
        });
    }

    /** Does several calls' work on a background thread, by the same path; each has its own deadline. */
    public <T> CompletableFuture<T> allLater(Function<Calls, T> work) {
        return engine.background().run(() -> work.apply(this));
    }
}
