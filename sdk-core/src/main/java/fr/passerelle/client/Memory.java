package fr.passerelle.client;

import fr.passerelle.internal.Endpoint;
import fr.passerelle.internal.call.Calls;
import fr.passerelle.internal.call.Deadline;
import fr.passerelle.internal.call.Limits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lists kept for a while. Two threads that miss at once both fetch, which costs a call and does no harm. */
final class Memory {

    /** A list, and the moment when it is forgotten. */
    private record Kept(List<?> list, Deadline end) {}

    private final @Nullable Duration lifetime;
    private final Map<Endpoint, Kept> kept = new ConcurrentHashMap<>();

    private Memory(@Nullable Duration lifetime) {
        this.lifetime = lifetime;
    }

    /** Remembers nothing. */
    static Memory none() {
        return new Memory(null);
    }

    static Memory of(Duration lifetime) {
        return new Memory(Limits.checkPositive("lifetime", lifetime));
    }

    <T> List<T> list(Endpoint endpoint, Calls calls, Supplier<List<T>> fetch) {
        if (lifetime == null) {
            return fetch.get();
        }
        Kept known = kept.get(endpoint);
        if (known == null || known.end.passed()) {
            Deadline end = calls.in(lifetime);
            known = new Kept(List.copyOf(fetch.get()), end);
            kept.put(endpoint, known);
        }
        @SuppressWarnings("unchecked") // an endpoint answers one type, and only its own fetch was kept under it
        List<T> list = (List<T>) known.list;
        return list;
    }
}
