package fr.passerelle.catalogue;

import fr.passerelle.catalogue.ChangeResult.State;
import java.util.Optional;

/** A change and how it is made. Steps of one event run one after the other, by one writer. */
abstract class Step {

    private static final String SINCE = "it has changed since the plan was made; plan again";

    final Change change;

    Step(Change change) {
        this.change = change;
    }

    /**
     * Looks whether it is still to be done as planned, and does it.
     *
     * @throws fr.passerelle.error.CallException if a call fails
     */
    abstract ChangeResult run(EventWriter writer);

    /** Reads whether what it wants is there: settles a lost response. */
    abstract boolean holds(EventWriter writer);

    /** Whether nothing below can be done unless this is. */
    boolean carriesTheRest() {
        return false;
    }

    final ChangeResult done() {
        return new ChangeResult(change, State.DONE, "", Optional.empty());
    }

    final ChangeResult unchanged(String sentence) {
        return new ChangeResult(change, State.UNCHANGED, sentence, Optional.empty());
    }

    final ChangeResult skipped(String sentence) {
        return new ChangeResult(change, State.SKIPPED, sentence, Optional.empty());
    }

    /** Another writer was here between plan and apply. */
    final ChangeResult overtaken() {
        return skipped(SINCE);
    }

    /** Tells why nothing is done. */
    static final class Tell extends Step {

        Tell(Change change) {
            super(change);
        }

        @Override
        ChangeResult run(EventWriter writer) {
            return unchanged(change.reason());
        }

        @Override
        boolean holds(EventWriter writer) {
            return true;
        }
    }
}
