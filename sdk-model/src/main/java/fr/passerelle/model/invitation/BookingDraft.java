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

/** Places that a structure books for a party (invitations 2). Its id makes it safe to send again. */
@Value.Immutable
@WireStyle
@JsonSerialize(as = ImmutableBookingDraft.class)
@JsonDeserialize(builder = BookingDraft.Builder.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public abstract class BookingDraft {

    /** Longest note, in characters. */
    public static final int MAX_NOTE = InvitationRules.MAX_NOTE;

    /** Minted here, once: the same draft sent twice is one booking. */
    @Value.Default
    public UUID id() {
        return UUID.randomUUID();
    }

    /** Of which allotment. */
    public abstract UUID allotmentId();

    /** Who comes; it takes as many places as there are people. */
    public abstract Party party();

    /** The hold that it converts. */
    public abstract @Nullable UUID holdId();

    /** The allocation that it spends; not together with a hold. */
    public abstract @Nullable UUID allocationId();

    /** The pathway that it is a step of. */
    public abstract @Nullable UUID pathwayId();

    /**
     * What the donor should know; at most 500 characters. Not for names: the donor may refuse a booking that holds one.
     */
    public abstract @Nullable String note();

    BookingDraft() {} // only the generated class extends it

    /**
     * Books for a party.
     *
     * @throws RuleViolationException with every violation
     */
    public static BookingDraft of(UUID allotmentId, Party party) {
        return builder().allotmentId(allotmentId).party(party).build();
    }

    /**
     * Books for a party.
     *
     * @throws RuleViolationException with every violation
     */
    public static BookingDraft of(Allotment allotment, Party party) {
        return of(allotment.id(), party);
    }

    /**
     * Books what was found, for a party.
     *
     * @throws RuleViolationException with every violation
     */
    public static BookingDraft of(Availability availability, Party party) {
        return of(availability.allotment(), party);
    }

    /** Starts a booking. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts from this one, with the same id. */
    public Builder toBuilder() {
        return new Builder().from(this);
    }

    @Value.Check
    protected void check() {
        RuleCheck check = new RuleCheck()
                .required("id", id())
                .required("allotmentId", allotmentId())
                .required("party", party());
        if (party() != null) {
            check.nested("party", party().violations());
        }
        check.require(holdId() == null || allocationId() == null, "holdId", RuleCode.NOT_ALLOWED);
        InvitationRules.note(check, note());
        check.raise();
    }

    /**
     * Checks what depends on the session, the allotment and the programme: workers, the size of the group, ages, needs.
     *
     * @throws RuleViolationException with every violation
     */
    public void checkFor(Session session, Allotment allotment, WorkerRatio ratio) {
        new RuleCheck()
                .nested("party", party().violationsFor(session, allotment, ratio))
                .raise();
    }

    /** Builds a booking; {@code build()} throws {@link RuleViolationException} with every violation. */
    public static final class Builder extends ImmutableBookingDraft.Builder {
        Builder() {}
    }
}
