package fr.passerelle.model.invitation;

import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleViolationException;

/**
 * How many workers may accompany a party (invitations 4): one for so many beneficiaries, rounded up, and always one.
 *
 * @param beneficiariesPerWorker 1 to 50
 */
public record WorkerRatio(int beneficiariesPerWorker) {

    /** One worker for four beneficiaries. */
    public static final WorkerRatio DEFAULT = new WorkerRatio(4);

    private static final int MAX = 50;

    /**
     * Checks the ratio.
     *
     * @throws RuleViolationException if it is not between 1 and 50
     */
    public WorkerRatio {
        new RuleCheck()
                .range("beneficiariesPerWorker", (long) beneficiariesPerWorker, 1, MAX)
                .raise();
    }

    /** The most workers for this many beneficiaries. */
    public int mostWorkers(int beneficiaries) {
        return Math.max(1, -Math.floorDiv(-beneficiaries, beneficiariesPerWorker));
    }
}
