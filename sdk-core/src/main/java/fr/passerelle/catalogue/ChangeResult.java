package fr.passerelle.catalogue;

import fr.passerelle.model.rule.PasserelleException;
import java.util.Optional;

/**
 * What became of a change.
 *
 * @param change as planned
 * @param state how it ended
 * @param sentence why, for people; empty where there is nothing to say. Holds nothing of a person
 * @param failure what was thrown; the programme's own texts are in an {@link fr.passerelle.error.ApiException}
 */
public record ChangeResult(Change change, State state, String sentence, Optional<PasserelleException> failure) {

    /** How a change ended. */
    public enum State {
        /** It is done; after a lost response the programme was asked, and shows it. */
        DONE,
        /** Nothing was sent: it is so already, or the plan only told of it. */
        UNCHANGED,
        /** The programme, or a rule of it that is known here, refuses it: it will be refused again. */
        REFUSED,
        /** The response was lost, and the programme does not show it yet. The next plan sees what became of it. */
        UNDECIDED,
        /**
         * It was not done, and the next plan may do it: the programme could not be reached, something that this change
         * needs was not done, or somebody else has changed the same thing since the plan was made. Nothing was sent,
         * but that a date to be withdrawn, which is booked now, sells nothing more.
         */
        SKIPPED
    }
}
