package fr.passerelle.internal.call;

import fr.passerelle.http.CallListener;
import fr.passerelle.http.CallListener.CircuitChange;
import fr.passerelle.http.CallListener.CircuitState;
import fr.passerelle.http.CallListener.Target;
import fr.passerelle.internal.base.Warnings;
import fr.passerelle.internal.endpoint.Endpoint;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The observers of a client. Without one, a call costs nothing more; what one throws stays here. */
public final class Observers {

    private static final Logger LOG = LoggerFactory.getLogger(CallListener.class);

    private final List<CallListener.Factory> observers;
    private final Time time;
    private final String host;
    private final int port;
    private final String name;
    private final Map<String, String> tags;

    public Observers(List<CallListener.Factory> observers, Time time, URI server) {
        this(observers, time, server, "", Map.of());
    }

    /** Those of a client with a name, or without one if it is empty, and with tags. */
    public Observers(
            List<CallListener.Factory> observers, Time time, URI server, String name, Map<String, String> tags) {
        this.name = name;
        this.tags = tags;
        this.observers = List.copyOf(observers);
        this.time = time;
        this.host = server.getHost();
        this.port = server.getPort() >= 0 ? server.getPort() : "http".equals(server.getScheme()) ? 80 : 443;
    }

    /** Makes a call, watched from here to the value or the exception that its caller gets. */
    <T> CompletableFuture<T> observe(Call<T> call, Function<Call<T>, CompletableFuture<T>> work) {
        if (observers.isEmpty()) {
            return Stages.start(() -> work.apply(call));
        }
        Observation observation = new Observation(listeners(call.endpoint()), time);
        return Stages.ending(Stages.start(() -> work.apply(call.observedBy(observation))), observation::end);
    }

    private List<CallListener> listeners(Endpoint endpoint) {
        Target target = new Target(
                endpoint.operationId(), endpoint.method().name(), endpoint.template(), host, port, name, tags);
        List<CallListener> listeners = new ArrayList<>(observers.size());
        for (CallListener.Factory observer : observers) {
            CallListener listener = guarded(() -> observer.started(target));
            if (listener != null) {
                listeners.add(listener);
            }
        }
        return listeners;
    }

    /** Where what somebody on call must know is told, with the server's name and the client's. */
    Warnings warnings() {
        return Warnings.ofClient(host, name, time::nanos);
    }

    /** The circuit breaker does something else from now on. */
    void circuitChanged(CircuitState from, CircuitState to) {
        if (!observers.isEmpty()) {
            CircuitChange change = new CircuitChange(from, to, host, name, tags);
            observers.forEach(observer -> tell(observer::circuitChanged, change));
        }
    }

    /** Tells each of them. */
    static void tell(List<CallListener> listeners, Consumer<CallListener> news) {
        for (CallListener listener : listeners) {
            Observers.<Void>guarded(() -> {
                news.accept(listener);
                return null;
            });
        }
    }

    /** Tells somebody who asked for it. */
    static <T> void tell(Consumer<T> listener, T news) {
        Observers.<Void>guarded(() -> {
            listener.accept(news);
            return null;
        });
    }

    private static <T> @Nullable T guarded(Supplier<@Nullable T> told) {
        try {
            return told.get();
        } catch (Throwable failure) {
            // The class only: nobody knows what its message holds.
            LOG.debug("A listener threw {}", failure.getClass().getName());
            return null;
        }
    }
}
