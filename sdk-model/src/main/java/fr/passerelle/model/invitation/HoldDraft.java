package fr.passerelle.model.invitation;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.WireStyle;
import java.util.UUID;
import org.immutables.value.Value;

/**
 * Places to keep for some minutes while somebody makes up their mind (invitations 2). Its id makes it safe to send
 * again.
 */
@Value.Immutable
@WireStyle
@JsonSerialize(as = ImmutableHoldDraft.class)
@JsonDeserialize(builder = HoldDraft.Builder.class)
public abstract class HoldDraft {

    /** Most places of one hold. */
    public static final int MAX_PLACES = InvitationRules.MAX_GROUP;

    /** Longest hold, in minutes. */
    public static final int MAX_MINUTES = 60;

    /** Minutes of a hold that does not say. */
    public static final int DEFAULT_MINUTES = 15;

    /** Minted here, once: the same draft sent twice is one hold. */
    @Value.Default
    public UUID id() {
        return UUID.randomUUID();
    }

    /** Of which allotment. */
    public abstract UUID allotmentId();

    /** How many places; 1 to 200. */
    public abstract Integer places();

    /** For how long; 1 to 60 minutes. */
    @Value.Default
    public int minutes() {
        return DEFAULT_MINUTES;
    }

    HoldDraft() {} // only the generated class extends it

    /**
     * A hold of the usual length.
     *
     * @throws RuleViolationException with every violation
     */
    public static HoldDraft of(UUID allotmentId, int places) {
        return builder().allotmentId(allotmentId).places(places).build();
    }

    /** Starts a hold. */
    public static Builder builder() {
        return new Builder();
    }

    @Value.Check
    protected void check() {
        RuleCheck check = new RuleCheck()
                .required("id", id())
                .required("allotmentId", allotmentId())
                .required("places", places());
        InvitationRules.range(check, "places", places(), 1, MAX_PLACES);
        InvitationRules.range(check, "minutes", minutes(), 1, MAX_MINUTES);
        check.raise();
    }

    /** Builds a hold; {@code build()} throws {@link RuleViolationException} with every violation. */
    public static final class Builder extends ImmutableHoldDraft.Builder {
        Builder() {}
    }
}
