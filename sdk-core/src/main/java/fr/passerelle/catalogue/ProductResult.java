package fr.passerelle.catalogue;

import fr.passerelle.passculture.EanOutcome;
import java.util.Optional;

/**
 * What became of a product that was to be changed, or was told and left.
 *
 * @param change what was to be done
 * @param state how it ended
 * @param outcome what became of it at the programme, now or when it was sent last; empty if it was never sent, or stays
 *     as it is by policy
 * @param failure of the call that carried it, or of the last look at it
 */
public record ProductResult(
        Change change, ChangeResult.State state, Optional<EanOutcome> outcome, Optional<RuntimeException> failure) {

    /** Of one that was sent. */
    static ProductResult sent(Change change, EanOutcome outcome, Optional<RuntimeException> failure) {
        ChangeResult.State state = switch (outcome) {
            case APPLIED -> ChangeResult.State.DONE;
            case UNKNOWN, NOT_ALLOWED, NOT_COMPLIANT, REJECTED -> ChangeResult.State.REFUSED;
            case PENDING -> ChangeResult.State.UNDECIDED;
            case NOT_SENT -> ChangeResult.State.SKIPPED;
        };
        return new ProductResult(change, state, Optional.of(outcome), failure);
    }

    /** Of one to which nothing is done. */
    static ProductResult told(Change change, Optional<EanOutcome> outcome) {
        return new ProductResult(change, ChangeResult.State.UNCHANGED, outcome, Optional.empty());
    }
}
