package fr.passerelle.internal.call;

import fr.passerelle.http.Priority;
import fr.passerelle.http.RequestOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a resource makes its requests with: the client, with the options of one view of it. Immutable. */
public final class RequestExecutor {

    /** Without options of one's own, which is most often: made once. */
    private static final RequestOptions FOR_PEOPLE =
            RequestOptions.builder().priority(Priority.INTERACTIVE).build();

    private final ClientContext client;
    private final RequestOptions options;

    public RequestExecutor(ClientContext client, RequestOptions options) {
        this.client = client;
        this.options = options;
    }

    /** The same client with other options. */
    public RequestExecutor with(RequestOptions others) {
        return new RequestExecutor(client, others);
    }

    /** For what a person waits for, unless the caller says otherwise. */
    public RequestExecutor interactive() {
        if (options.priority().isPresent()) {
            return this;
        }
        return with(
                options == RequestOptions.none()
                        ? FOR_PEOPLE
                        : options.toBuilder().priority(Priority.INTERACTIVE).build());
    }

    /** The client's clock, for rules that need to know. */
    public Instant now() {
        return client.clock().instant();
    }

    /** A moment from which a duration has passed, by the client's time. */
    public Deadline in(Duration duration) {
        return Deadline.in(duration, client.time());
    }

    /** What the caller asked for. */
    public RequestOptions options() {
        return options;
    }

    /**
     * Makes an operation on the caller's thread.
     *
     * @throws IllegalStateException if the client is closed
     */
    public <T> T await(Function<Operation, CompletableFuture<T>> work) {
        checkOpen();
        CallerThread caller = new CallerThread();
        Cancellation cancellation = new Cancellation();
        Operation operation = Operation.blocking(client, options, caller, cancellation);
        client.life().begin(cancellation);
        try {
            return caller.await(Stages.start(() -> work.apply(operation)), cancellation);
        } finally {
            client.life().end(cancellation);
        }
    }

    /** Makes an operation without a thread that waits; after {@code close} the future fails as a blocking call does. */
    public <T> CompletableFuture<T> submit(Function<Operation, CompletableFuture<T>> work) {
        return submit(work, executor());
    }

    /**
     * The client's own work, by its usual limits: it ends with the client, and with no caller. Not on a user's
     * executor, whose threads may all be waiting for this very work.
     */
    static <T> CompletableFuture<T> background(ClientContext client, Function<Operation, CompletableFuture<T>> work) {
        return new RequestExecutor(client, FOR_PEOPLE).submit(work, Workers.SHARED.forPeople());
    }

    private <T> CompletableFuture<T> submit(Function<Operation, CompletableFuture<T>> work, Executor executor) {
        Cancellation cancellation = new Cancellation();
        CallFuture<T> future = new CallFuture<>(() -> cancellation.cancel(Cancellation.Reason.CANCELLED));
        if (client.life().isClosed()) {
            future.end(null, closed());
            return future;
        }
        Operation operation;
        try {
            operation = Operation.future(client, options, executor, cancellation);
        } catch (RuntimeException | Error noId) {
            future.end(null, noId);
            return future;
        }
        client.life().begin(cancellation);
        // An executor that was shut down, or drops what it has no room for, never tells.
        cancellation.onCancel(
                () -> Workers.HANDOVERS.execute(() -> end(future, cancellation, null, notBegun(cancellation))));
        try {
            executor.execute(() -> start(work, operation, future));
        } catch (RuntimeException | Error rejected) {
            client.life().end(cancellation);
            future.end(null, rejected);
        }
        return future;
    }

    private <T> void start(Function<Operation, CompletableFuture<T>> work, Operation operation, CallFuture<T> future) {
        Cancellation cancellation = operation.cancellation();
        cancellation.clear();
        CompletableFuture<T> result = future.isDone() ? future : Stages.start(() -> work.apply(operation));
        Stages.whenDone(result, (value, failure) -> end(future, cancellation, value, failure));
    }

    private <T> void end(
            CallFuture<T> future, Cancellation cancellation, @Nullable T value, @Nullable Throwable failure) {
        client.life().end(cancellation);
        Workers.leave();
        future.end(value, failure);
    }

    private static RuntimeException notBegun(Cancellation cancellation) {
        return cancellation.reason() == Cancellation.Reason.CLOSED ? closed() : new CancellationException();
    }

    /** As {@link #submit}, for work without a result. */
    @SuppressWarnings("NullAway") // a future of Void holds nothing but null
    public CompletableFuture<Void> submitVoid(Function<Operation, ? extends CompletableFuture<?>> work) {
        return this.<Void>submit(operation -> Stages.then(work.apply(operation), done -> Stages.<Void>done(null)));
    }

    private Executor executor() {
        return options.priority().filter(Priority.INTERACTIVE::equals).isPresent()
                ? client.executors().people()
                : client.executors().bulk();
    }

    private void checkOpen() {
        if (client.life().isClosed()) {
            throw closed();
        }
    }

    private static IllegalStateException closed() {
        return new IllegalStateException("the client is closed");
    }
}
