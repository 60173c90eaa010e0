package fr.passerelle.model.invitation;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.WireStyle;
import java.util.UUID;
import org.immutables.value.Value;

/** A structure's place on the waiting list of an allotment (invitations 4). Its id makes it safe to send again. */
@Value.Immutable
@WireStyle
@JsonSerialize(as = ImmutableWaitlistDraft.class)
@JsonDeserialize(builder = WaitlistDraft.Builder.class)
public abstract class WaitlistDraft {

    /** Minted here, once: the same draft sent twice is one place on the list. */
    @Value.Default
    public UUID id() {
        return UUID.randomUUID();
    }

    /** Of which allotment. */
    public abstract UUID allotmentId();

    /** Fewer than this are of no use; 1 to 200. */
    public abstract Integer minimum();

    /** How many; from the minimum to 200. */
    public abstract Integer wanted();

    WaitlistDraft() {} // only the generated class extends it

    /**
     * Waits for so many places, or at least so many.
     *
     * @throws RuleViolationException with every violation
     */
    public static WaitlistDraft of(UUID allotmentId, int minimum, int wanted) {
        return builder()
                .allotmentId(allotmentId)
                .minimum(minimum)
                .wanted(wanted)
                .build();
    }

    /** Starts a place on a list. */
    public static Builder builder() {
        return new Builder();
    }

    @Value.Check
    protected void check() {
        RuleCheck check = new RuleCheck()
                .required("id", id())
                .required("allotmentId", allotmentId())
                .required("minimum", minimum())
                .required("wanted", wanted());
        if (minimum() != null && wanted() != null) {
            Wish.request(check, minimum(), wanted());
        }
        check.raise();
    }

    /** Builds a place on a list; {@code build()} throws {@link RuleViolationException} with every violation. */
    public static final class Builder extends ImmutableWaitlistDraft.Builder {
        Builder() {}
    }
}
