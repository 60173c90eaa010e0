package fr.passerelle.season.publish;

import fr.passerelle.catalogue.Change;
import fr.passerelle.catalogue.Change.Kind;
import fr.passerelle.catalogue.Change.Subject;
import fr.passerelle.catalogue.ChangeResult;
import fr.passerelle.catalogue.ChangeResult.State;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of one record of the agenda, or of one event that the agenda does not have any more.
 *
 * @param title what to call it
 * @param offering what is to be sold; empty if nothing is
 * @param refusal why the agenda's record is not sold; empty if it is, or if there is no record
 * @param changes what differs at the programme; empty if nothing does
 * @param results what became of the changes; empty in a dry run
 */
public record Outcome(
        String title,
        Optional<Offering> offering,
        Optional<Reason> refusal,
        List<Change> changes,
        List<ChangeResult> results) {

    /** Whether it was not on sale before. */
    public boolean isNew() {
        return changes.stream().anyMatch(change -> change.kind() == Kind.CREATE && change.subject() == Subject.EVENT);
    }

    /** Whether anything is sent, or would be. */
    public boolean isChanged() {
        return changes.stream().anyMatch(Change::isSent);
    }

    /** Whether a change of it is not made. */
    public boolean hasFailed() {
        return results.stream().anyMatch(Outcome::isOpen);
    }

    /** Whether a result leaves something to be done. */
    public static boolean isOpen(ChangeResult result) {
        return result.state() != State.DONE && result.state() != State.UNCHANGED;
    }
}
