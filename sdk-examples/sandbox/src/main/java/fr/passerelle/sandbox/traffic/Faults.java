package fr.passerelle.sandbox.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The faults that are set. The first one set that matches a call strikes it. */
public final class Faults {

    /**
     * A fault that is set.
     *
     * @param id what {@link Faults#add} gave
     * @param fault the fault
     * @param struck how many calls it has struck
     */
    public record Standing(long id, Fault fault, int struck) {}

    private static final class Counter {
        final long id;
        final Fault fault;
        int seen;
        int struck;

        Counter(long id, Fault fault) {
            this.id = id;
            this.fault = fault;
        }

        boolean wornOut() {
            return fault.times() != null && struck >= fault.times();
        }
    }

    private final List<Counter> set = new ArrayList<>();
    private long last;

    /**
     * Sets a fault.
     *
     * @return its id
     */
    public synchronized long add(Fault fault) {
        set.add(new Counter(++last, fault));
        return last;
    }

    /** Every fault set since the last {@link #clear}, worn out or not, in the order they were set. */
    public synchronized List<Standing> all() {
        return set.stream()
                .map(counter -> new Standing(counter.id, counter.fault, counter.struck))
                .toList();
    }

    /** Removes every fault. */
    public synchronized void clear() {
        set.clear();
    }

    /** The effect that strikes this call, which counts as seen by every fault up to the one that strikes. */
    synchronized Optional<Effect> strike(String method, String path, @Nullable String key) {
        for (var counter : set) {
            if (counter.wornOut() || !counter.fault.matches(method, path, key)) {
                continue;
            }
            if (counter.seen++ >= counter.fault.skip()) {
                counter.struck++;
                return Optional.of(counter.fault.effect());
            }
        }
        return Optional.empty();
    }
}
