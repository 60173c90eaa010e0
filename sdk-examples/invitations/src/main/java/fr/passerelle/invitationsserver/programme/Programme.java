package fr.passerelle.invitationsserver.programme;

import fr.passerelle.invitationsserver.store.Database;
import fr.passerelle.invitationsserver.web.ApiCall;
import fr.passerelle.invitationsserver.web.ProblemException;
import fr.passerelle.model.invitation.WorkerRatio;
import fr.passerelle.model.rule.RuleViolationException;
import java.security.SecureRandom;
import java.time.Duration;

/**
 * What every part of the programme works with.
 *
 * @param database where everything stands
 * @param signing the programme's keys
 * @param random for codes
 * @param settings what an association may set
 */
public record Programme(Database database, Signing signing, SecureRandom random, Settings settings) {

    /**
     * What an association may set.
     *
     * @param workers how many workers may accompany a party
     * @param confirmWithin how long a structure that waited has to confirm what it is offered
     * @param webhooksInside whether webhooks may lead to this machine and its networks, and not to the open internet
     *     only
     */
    public record Settings(WorkerRatio workers, Duration confirmWithin, boolean webhooksInside) {

        /** One worker for four beneficiaries, two days to confirm, webhooks outside. */
        public static final Settings DEFAULT = new Settings(WorkerRatio.DEFAULT, Duration.ofHours(48), false);
    }

    /**
     * Does what a call asks for in one transaction, and writes down in the same one that it was done.
     *
     * <p>A refusal is asked once more: the same request, sent twice, may have been done by its twin between the look
     * for what was sent before and the lock, and then the places it asks for are gone because it has them.
     */
    public <T> T write(ApiCall call, Database.Work<T> work) {
        try {
            return noted(call, work);
        } catch (ProblemException | RuleViolationException refused) {
            return noted(call, work);
        }
    }

    private <T> T noted(ApiCall call, Database.Work<T> work) {
        return database.write(tx -> {
            T result = work.in(tx);
            Audit.note(tx, call, Audit.OK);
            return result;
        });
    }

    /** Reads. */
    public <T> T read(Database.Work<T> work) {
        return database.read(work);
    }
}
