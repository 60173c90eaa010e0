package fr.passerelle.internal.call;

import fr.passerelle.client.CallObserver;
import fr.passerelle.client.CallObserver.Target;
import fr.passerelle.client.CallObserver.Watch;
import fr.passerelle.internal.Endpoint;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The observers of a client. Without one, a call costs nothing more; what one throws stays here. */
public final class Observers {

    private static final Logger LOG = LoggerFactory.getLogger(CallObserver.class);

    private final List<CallObserver> observers;
    private final Time time;
    private final String host;
    private final int port;

    public Observers(List<CallObserver> observers, Time time, URI server) {
        this.observers = List.copyOf(observers);
        this.time = time;
        this.host = server.getHost();
        this.port = server.getPort() >= 0 ? server.getPort() : "http".equals(server.getScheme()) ? 80 : 443;
    }

    /** Makes a call, watched from here to the value or the exception that its caller gets. */
    <T> T watch(Call call, Function<Call, T> work) {
        if (observers.isEmpty()) {
            return work.apply(call);
        }
        Observation observation = new Observation(watches(call.endpoint()), time);
        @Nullable Throwable failure = null;
        try {
            return work.apply(call.observedBy(observation));
        } catch (RuntimeException | Error e) {
            failure = e;
            throw e;
        } finally {
            observation.end(failure);
        }
    }

    private List<Watch> watches(Endpoint endpoint) {
        Target target = new Target(endpoint.operationId(), endpoint.method().name(), endpoint.template(), host, port);
        List<Watch> watches = new ArrayList<>(observers.size());
        for (CallObserver observer : observers) {
            Watch watch = guarded(() -> observer.started(target));
            if (watch != null) {
                watches.add(watch);
            }
        }
        return watches;
    }

    /** Tells each of them. */
    static void tell(List<Watch> watches, Consumer<Watch> news) {
        for (Watch watch : watches) {
            Observers.<Void>guarded(() -> {
                news.accept(watch);
                return null;
            });
        }
    }

    private static <T> @Nullable T guarded(Supplier<@Nullable T> told) {
        try {
            return told.get();
        } catch (Exception | LinkageError failure) {
            // The class only: nobody knows what its message holds.
            LOG.debug("An observer threw {}", failure.getClass().getName());
            return null;
        }
    }
}
