package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.WireStyle;
import java.util.UUID;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Places that a structure gives back (invitations 2), of a booking or of an allocation. Its id makes it safe to send
 * again.
 */
@Value.Immutable
@WireStyle
@JsonSerialize(as = ImmutableReleaseDraft.class)
@JsonDeserialize(builder = ReleaseDraft.Builder.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public abstract class ReleaseDraft {

    /** Minted here, once: the same draft sent twice gives back once. */
    @Value.Default
    public UUID id() {
        return UUID.randomUUID();
    }

    /** Of which booking; exactly one of booking and allocation is set. */
    public abstract @Nullable UUID bookingId();

    /** Of which allocation. */
    public abstract @Nullable UUID allocationId();

    /** Of a booking: who comes all the same. Null: nobody. A party and not a number, so that places stay people. */
    public abstract @Nullable Party remaining();

    /** Of an allocation: how many places go back. Null: all. */
    public abstract @Nullable Integer places();

    ReleaseDraft() {} // only the generated class extends it

    /** Gives a whole booking back. */
    public static ReleaseDraft ofBooking(UUID bookingId) {
        return builder().bookingId(bookingId).build();
    }

    /**
     * Gives a part of a booking back.
     *
     * @throws RuleViolationException if the party that remains breaks a rule
     */
    public static ReleaseDraft ofBooking(UUID bookingId, Party remaining) {
        return builder().bookingId(bookingId).remaining(remaining).build();
    }

    /**
     * Gives places of an allocation back.
     *
     * @throws RuleViolationException if there are fewer than one
     */
    public static ReleaseDraft ofAllocation(UUID allocationId, int places) {
        return builder().allocationId(allocationId).places(places).build();
    }

    /** Starts a release. */
    public static Builder builder() {
        return new Builder();
    }

    @Value.Check
    protected void check() {
        Party remaining = remaining();
        RuleCheck check = new RuleCheck()
                .required("id", id())
                .require(
                        (bookingId() == null) != (allocationId() == null),
                        "bookingId",
                        RuleCode.EXACTLY_ONE,
                        "bookingId, allocationId")
                .require(remaining == null || bookingId() != null, "remaining", RuleCode.NOT_ALLOWED)
                .require(places() == null || allocationId() != null, "places", RuleCode.NOT_ALLOWED);
        if (remaining != null) {
            check.nested("remaining", remaining.violations());
        }
        InvitationRules.range(check, "places", places(), 1, AllotmentDraft.MAX_QUANTITY);
        check.raise();
    }

    /**
     * Checks that fewer people come than before, and nobody new.
     *
     * @throws RuleViolationException with every violation
     */
    public void checkFor(Party before) {
        Party after = remaining();
        RuleCheck check = new RuleCheck();
        if (after != null) {
            after.beneficiaries()
                    .forEach((band, count) -> InvitationRules.range(
                            check,
                            "remaining.beneficiaries." + band,
                            count,
                            0,
                            before.beneficiaries().getOrDefault(band, 0)));
            InvitationRules.range(check, "remaining.workers", after.workers(), 0, before.workers());
            InvitationRules.range(check, "remaining.companions", after.companions(), 0, before.companions());
            check.require(after.people() < before.people(), "remaining", RuleCode.TOO_LARGE, before.people() - 1);
        }
        check.raise();
    }

    /** Builds a release; {@code build()} throws {@link RuleViolationException} with every violation. */
    public static final class Builder extends ImmutableReleaseDraft.Builder {
        Builder() {}
    }
}
