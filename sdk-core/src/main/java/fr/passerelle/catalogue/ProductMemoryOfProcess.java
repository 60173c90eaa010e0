package fr.passerelle.catalogue;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A memory that ends with the process. */
final class ProductMemoryOfProcess implements ProductMemory {

    private final Map<Long, SortedProducts> products = new ConcurrentHashMap<>();
    private final Map<Long, Integer> runs = new ConcurrentHashMap<>();
    private final Set<Long> open = new HashSet<>();

    @Override
    public Products open(long venueId) {
        synchronized (open) {
            if (!open.add(venueId)) {
                throw new IllegalStateException("another run has the products of venue " + venueId + " open");
            }
        }
        SortedProducts known = products.computeIfAbsent(venueId, id -> new SortedProducts());
        return new OpenProducts(known, runs.getOrDefault(venueId, 0), () -> close(venueId)) {
            @Override
            void keepRuns(int now) {
                runs.put(venueId, now);
            }
        };
    }

    private void close(long venueId) {
        synchronized (open) {
            open.remove(venueId);
        }
    }
}
