package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.Violation;
import java.util.List;
import java.util.UUID;

/**
 * What a structure asks of a call: so many places of one allotment, or at least so many (invitations 5). Its rank is
 * its place in the list.
 *
 * @param allotmentId of which allotment
 * @param minimum fewer than this are of no use to the group; 1 to 200
 * @param wanted how many; from the minimum to 200
 */
public record Wish(UUID allotmentId, int minimum, int wanted) {

    /** Most places of one wish. */
    public static final int MAX_PLACES = InvitationRules.MAX_GROUP;

    @JsonCreator
    static Wish read(
            @JsonProperty(value = "allotmentId", required = true) UUID allotmentId,
            @JsonProperty(value = "minimum", required = true) int minimum,
            @JsonProperty(value = "wanted", required = true) int wanted) {
        return new Wish(allotmentId, minimum, wanted);
    }

    /** This many, or none. */
    public static Wish of(UUID allotmentId, int places) {
        return new Wish(allotmentId, places, places);
    }

    List<Violation> violations() {
        RuleCheck check = new RuleCheck().required("allotmentId", allotmentId);
        request(check, minimum, wanted);
        return check.violations();
    }

    /** The rule that a wish and a place on a waiting list share. */
    static void request(RuleCheck check, int minimum, int wanted) {
        InvitationRules.range(check, "minimum", minimum, 1, MAX_PLACES);
        int least = Math.max(1, Math.min(minimum, MAX_PLACES));
        InvitationRules.range(check, "wanted", wanted, least, MAX_PLACES);
    }
}
