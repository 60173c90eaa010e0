package fr.passerelle.catalogue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a synchroniser keeps between runs, so that an event which the programme was last seen to have as wanted, and
 * which neither side has touched since, is not read date by date again. It saves calls and is never needed: with a
 * memory that is empty or lost the same is done, for more calls. One that is put back from a backup is trusted until
 * the next full check, although runs since have changed dates: delete it instead. One memory serves any number of
 * venues.
 *
 * <p>{@link #inMemory()} and {@link #file(Path)} are ready, and {@code passerelle-jdbc} has one in SQL. Products by EAN
 * have a memory of their own: {@link ProductMemory}.
 */
public interface CatalogueMemory {

    /**
     * What is known of a venue; {@link Snapshot#EMPTY} if nothing is, or if what is stored cannot be read.
     *
     * @param venueId the venue's number for its events and films; the same, negative, for its products with an own id
     */
    Snapshot read(long venueId);

    /**
     * Replaces what is known of a venue, wholly or not at all.
     *
     * @throws java.io.UncheckedIOException if it cannot be stored; nothing is sent to the programme then
     */
    void write(long venueId, Snapshot snapshot);

    /**
     * What is known of a venue.
     *
     * @param runs how many runs have trusted it since everything was read
     * @param events by the vendor's own name
     */
    record Snapshot(int runs, Map<String, Confirmed> events) {

        /** Nothing is known. */
        public static final Snapshot EMPTY = new Snapshot(0, Map.of());

        /** The events are copied. */
        public Snapshot {
            events = Map.copyOf(events);
        }

        Optional<Confirmed> find(String id) {
            return Optional.ofNullable(events.get(id));
        }
    }

    /**
     * An event, film or product that was seen to be as wanted: three digests, which hold nothing that could be read.
     *
     * @param wanted of what the catalogue said
     * @param shown of what the programme showed
     * @param image of the picture that was sent; empty if none was
     */
    record Confirmed(String wanted, String shown, String image) {}

    /** One that ends with the process. */
    static CatalogueMemory inMemory() {
        Map<Long, Snapshot> venues = new ConcurrentHashMap<>();
        return new CatalogueMemory() {
            @Override
            public Snapshot read(long venueId) {
                return venues.getOrDefault(venueId, Snapshot.EMPTY);
            }

            @Override
            public void write(long venueId, Snapshot snapshot) {
                venues.put(venueId, snapshot);
            }
        };
    }

    /**
     * One in a file, which is replaced by renaming a complete one over it. A file that is damaged, or that another
     * version wrote, counts as none, and a WARN of the logger {@code fr.passerelle.catalogue} says so; a file that is
     * none at all, or no regular file, is not replaced. Not for two processes at once: one writer per venue.
     *
     * @param file need not exist; its folder must
     */
    static CatalogueMemory file(Path file) {
        return new MemoryFile(file);
    }
}
