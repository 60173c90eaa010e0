package fr.passerelle.catalogue;

import fr.passerelle.error.CallException;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a run over products, counted.
 *
 * @param states how many changes ended so; a state that none has is left out
 * @param unchanged how many products are as wanted, or were to be left as they are
 * @param stoppedBy why the rest was not looked at: the key is not accepted, the venue is not the vendor's, the
 *     programme asks for a pause or cannot be reached, or the thread was interrupted; empty if all was gone through
 */
public record ProductReport(Map<ChangeResult.State, Long> states, long unchanged, Optional<CallException> stoppedBy) {

    /** The counts are copied. */
    public ProductReport {
        states = Map.copyOf(states);
    }

    /** How many ended so. */
    public long count(ChangeResult.State state) {
        return states.getOrDefault(state, 0L);
    }

    /** Whether the programme has all that was wanted of it. */
    public boolean complete() {
        return stoppedBy.isEmpty()
                && states.keySet().stream()
                        .allMatch(state -> state == ChangeResult.State.DONE || state == ChangeResult.State.UNCHANGED);
    }
}
