package fr.passerelle.model.collective;

import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleViolationException;
import java.util.List;

/**
 * Collective offers to put away, all or none (reference operation 42).
 *
 * @param ids the numbers of the offers; at least one
 */
public record CollectiveArchive(List<Long> ids) {

    /**
     * Names the offers.
     *
     * @throws RuleViolationException if there is none, or one is below 1
     */
    public CollectiveArchive {
        ids = List.copyOf(ids);
        RuleCheck check = new RuleCheck().notEmpty("ids", ids);
        for (int i = 0; i < ids.size(); i++) {
            check.id("ids." + i, ids.get(i));
        }
        check.raise();
    }
}
