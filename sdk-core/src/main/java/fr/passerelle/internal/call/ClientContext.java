package fr.passerelle.internal.call;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.http.Limits;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.internal.base.HeaderRules;
import fr.passerelle.internal.json.ResponseDecoder;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What all operations of a client share.
 *
 * @param stack the layers, the topmost one
 * @param limits unless an operation says otherwise
 * @param time for deadlines and waits
 * @param clock for dates
 * @param mapper writes bodies
 * @param decoder reads responses
 * @param observers are told of every call
 * @param executors where futures do their work
 * @param life ends with the client
 * @param name the client's, or empty
 * @param headers that every request has
 * @param requestIds makes an id for each call; null for none
 */
public record ClientContext(
        Channel stack,
        Limits limits,
        Time time,
        Clock clock,
        ObjectMapper mapper,
        ResponseDecoder decoder,
        Observers observers,
        Executors executors,
        Life life,
        String name,
        Map<String, String> headers,
        @Nullable Supplier<@Nullable String> requestIds) {

    /** The id of a call; empty if it has none. */
    String requestId(RequestOptions options) {
        Optional<String> own = options.requestId();
        if (own.isPresent() || requestIds == null) {
            return own.orElse("");
        }
        String id = requestIds.get();
        return id == null ? "" : HeaderRules.checkRequestId(id);
    }

    /**
     * Where futures do their work.
     *
     * @param bulk for most
     * @param people for what people wait for
     * @param handover from where what has waited is given to them: whoever ends a wait, such as the one timer thread of
     *     the process, must never do a call's work
     */
    public record Executors(Executor bulk, Executor people, Executor handover) {

        /** The threads that all clients of the process share. */
        public static Executors shared() {
            return new Executors(Workers.SHARED, Workers.SHARED.forPeople(), Runnable::run);
        }

        /** A user's executor, for both. It may run a task on the spot, or block until it can take one. */
        public static Executors of(Executor theirs) {
            return new Executors(theirs, theirs, Workers.HANDOVERS);
        }
    }

    /** Whether the client is open, and what is under way. */
    public static final class Life implements AutoCloseable {

        private final AtomicBoolean closed = new AtomicBoolean();
        private final Set<Cancellation> underWay = ConcurrentHashMap.newKeySet();

        boolean isClosed() {
            return closed.get();
        }

        void begin(Cancellation operation) {
            underWay.add(operation);
            if (closed.get()) {
                operation.cancel(Cancellation.Reason.CLOSED);
            }
        }

        void end(Cancellation operation) {
            underWay.remove(operation);
        }

        /** How many operations are under way. */
        public int size() {
            return underWay.size();
        }

        /** Ends everything under way. */
        @Override
        public void close() {
            closed.set(true);
            underWay.forEach(operation -> operation.cancel(Cancellation.Reason.CLOSED));
        }
    }
}
