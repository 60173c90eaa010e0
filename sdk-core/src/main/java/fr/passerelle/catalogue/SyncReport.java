package fr.passerelle.catalogue;

import fr.passerelle.error.CallException;
import java.util.List;
import java.util.Optional;

/**
 * What became of a plan.
 *
 * @param results one for each change of the plan, in the order in which they were dealt with
 * @param stoppedBy why the rest was skipped: the key is not accepted, the programme asks for a pause or cannot be
 *     reached, or the thread was interrupted; empty if the plan was gone through
 */
public record SyncReport(List<ChangeResult> results, Optional<CallException> stoppedBy) {

    /** The results are copied. */
    public SyncReport {
        results = List.copyOf(results);
    }

    /** How many ended so. */
    public long count(ChangeResult.State state) {
        return results.stream().filter(result -> result.state() == state).count();
    }

    /** Whether all that was planned is so now. */
    public boolean complete() {
        return count(ChangeResult.State.DONE) + count(ChangeResult.State.UNCHANGED) == results.size();
    }
}
