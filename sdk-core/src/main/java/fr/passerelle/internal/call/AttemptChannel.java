package fr.passerelle.internal.call;

import fr.passerelle.error.AuthenticationException;
import fr.passerelle.error.CallException;
import fr.passerelle.error.UnreadableResponseException;
import fr.passerelle.http.RawResponse;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.internal.base.Warnings;
import fr.passerelle.internal.endpoint.Endpoint;
import fr.passerelle.internal.library.LibraryVersions;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The lowest layer: one request, and what its response means. Tells the observers, so that no wait is counted. */
public final class AttemptChannel implements Channel {

    /** Sends a request. */
    @FunctionalInterface
    public interface Transport {
        Received send(Call<?> call) throws StalePermitException;

        /** Its value is made, and nobody has the response any more: its array may serve another one. */
        default void forget(Received response) {}

        /** A response was not what was asked for: what the connection says next may belong to another request, too. */
        default void distrust() {}
    }

    private final Transport transport;
    private final Time time;
    private final Warnings warnings;

    public AttemptChannel(Transport transport, Time time, Observers observers) {
        this.transport = transport;
        this.time = time;
        this.warnings = observers.warnings();
    }

    @Override
    public <T> CompletableFuture<T> send(Call<T> call) {
        CallException ended = call.operation().ended(call);
        if (ended != null) {
            return Stages.failed(ended);
        }
        boolean responded = false;
        try {
            Received received = observed(call);
            responded = true;
            Consumer<RawResponse> listener = call.options().onResponse();
            Observers.tell(listener, received.response());
            T value = call.reader().apply(received.response());
            if (call.reader() instanceof TypedReader
                    && listener == RequestOptions.none().onResponse()) {
                transport.forget(received);
            }
            return Stages.done(value);
        } catch (AuthenticationException refused) {
            if (call.endpoint().access() == Endpoint.Access.KEY) {
                warnings.warn(refused.status(), "The server refuses the API key (401): no call can succeed");
            }
            return Stages.failed(refused);
        } catch (UnreadableResponseException failure) {
            transport.distrust();
            return Stages.failed(failure);
        } catch (LinkageError broken) {
            return Stages.failed(explained(broken, responded, call));
        } catch (Exception | Error failure) {
            return Stages.failed(failure);
        }
    }

    private static Throwable explained(LinkageError broken, boolean responded, Call<?> call) {
        try {
            return LibraryVersions.explained(broken, responded || call.mayHaveBeenProcessed());
        } catch (LinkageError theUsers) {
            return theUsers;
        }
    }

    private Received observed(Call<?> call) throws StalePermitException {
        Observation observation = call.observation();
        if (observation == null) {
            return transport.send(call);
        }
        long start = time.nanos();
        @Nullable Integer status = null;
        @Nullable Throwable failure = null;
        try {
            Received received = transport.send(call);
            status = received.response().status();
            return received;
        } catch (RuntimeException | Error e) {
            failure = e;
            throw e;
        } finally {
            if (status != null || failure != null) {
                observation.attempted(status, failure, time.nanos() - start);
            }
        }
    }
}
