package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleViolationException;
import org.jspecify.annotations.Nullable;

/**
 * Places that the donor takes back (invitations 4).
 *
 * @param places how many places of the allotment are withdrawn in all, once this is done: so that the same request sent
 *     twice takes them back once. Null: all that are not promised, and no new ones are given out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WithdrawalDraft(@Nullable Integer places) {

    /**
     * Checks the number.
     *
     * @throws RuleViolationException if it is not between 1 and 10 000
     */
    public WithdrawalDraft {
        RuleCheck check = new RuleCheck();
        InvitationRules.range(check, "places", places, 1, AllotmentDraft.MAX_QUANTITY);
        check.raise();
    }

    @JsonCreator
    static WithdrawalDraft read(@JsonProperty("places") @Nullable Integer places) {
        return new WithdrawalDraft(places);
    }
}
