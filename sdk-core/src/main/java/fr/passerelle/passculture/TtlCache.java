package fr.passerelle.passculture;

import fr.passerelle.internal.base.Durations;
import fr.passerelle.internal.call.Deadline;
import fr.passerelle.internal.call.Operation;
import fr.passerelle.internal.call.Stages;
import fr.passerelle.internal.endpoint.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lists kept for a while. Two threads that miss at once both fetch, which costs a call and does no harm. */
final class TtlCache {

    /** A list, and the moment when it is forgotten. */
    private record Kept(List<?> list, Deadline end) {}

    private final @Nullable Duration lifetime;
    private final Map<Endpoint, Kept> kept = new ConcurrentHashMap<>();

    private TtlCache(@Nullable Duration lifetime) {
        this.lifetime = lifetime;
    }

    /** Remembers nothing. */
    static TtlCache none() {
        return new TtlCache(null);
    }

    static TtlCache of(Duration lifetime) {
        return new TtlCache(Durations.checkPositive("lifetime", lifetime));
    }

    <T> CompletableFuture<List<T>> list(
            Endpoint endpoint, Operation operation, Supplier<CompletableFuture<List<T>>> fetch) {
        if (lifetime == null) {
            return fetch.get();
        }
        Kept known = kept.get(endpoint);
        if (known != null && !known.end.passed()) {
            @SuppressWarnings("unchecked") // an endpoint answers one type, and only its own fetch was kept under it
            List<T> list = (List<T>) known.list;
            return Stages.done(list);
        }
        Deadline end = operation.in(lifetime);
        return Stages.map(fetch.get(), fetched -> {
            List<T> list = List.copyOf(fetched);
            kept.put(endpoint, new Kept(list, end));
            return list;
        });
    }
}
