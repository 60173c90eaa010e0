package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleViolationException;

/**
 * What the operator makes of a structure.
 *
 * @param status its new state
 */
public record StructureStatusDraft(StructureStatus status) {

    /**
     * Checks the state.
     *
     * @throws RuleViolationException if it is missing, or one that this version does not know
     */
    public StructureStatusDraft {
        RuleCheck check = new RuleCheck().required("status", status);
        InvitationRules.known(check, "status", status);
        check.raise();
    }

    @JsonCreator
    static StructureStatusDraft read(@JsonProperty("status") StructureStatus status) {
        return new StructureStatusDraft(status);
    }
}
