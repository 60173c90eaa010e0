package fr.passerelle.internal.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import fr.passerelle.client.CallObserver.WaitReason;
import fr.passerelle.client.RawAnswer;
import fr.passerelle.client.RequestOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a resource calls through: the client's engine with the options of one view of it. Immutable. */
public final class Calls {

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
        Limits limits = engine.limits().with(options);
        Call call = Call.first(next, options, limits, moment);
        Pauses.pause(moment.remaining(), engine.time(), call, WaitReason.BACKOFF);
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
        return engine.observers()
                .watch(first(http), call -> engine.decoder().read(call.endpoint(), send(call), member, type));
    }

    /** Makes a call that answers nothing. */
    public void run(HttpCall http) {
        engine.observers().watch(first(http), call -> {
            engine.decoder().check(call.endpoint(), send(call));
            return true;
        });
    }

    private Call first(HttpCall http) {
        if (engine.closed().get()) {
            throw new IllegalStateException("the client is closed");
        }
        Limits limits = engine.limits().with(options);
        Deadline deadline = started != null ? started : Deadline.in(limits.call(), engine.time());
        return Call.first(http, options, limits, deadline);
    }

    private RawAnswer send(Call call) {
        RawAnswer answer = engine.stack().send(call);
        options.onAnswer().accept(answer);
        return answer;
    }

    /** Does one call's work on a background thread, by the same path; its deadline runs from now. */
    public <T> CompletableFuture<T> later(Function<Calls, T> work) {
        Deadline deadline = Deadline.in(engine.limits().with(options).call(), engine.time());
        return engine.background().run(() -> work.apply(new Calls(engine, options, deadline)));
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
