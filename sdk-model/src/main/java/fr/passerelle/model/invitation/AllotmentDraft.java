package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.WireStyle;
import java.time.Instant;
import java.util.UUID;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Places that a donor gives for one of its sessions (invitations 2). Its id makes it safe to send again. */
@Value.Immutable
@WireStyle
@JsonSerialize(as = ImmutableAllotmentDraft.class)
@JsonDeserialize(builder = AllotmentDraft.Builder.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public abstract class AllotmentDraft {

    /** Most places of one allotment. */
    public static final int MAX_QUANTITY = 10_000;

    /** Highest symbolic price of a donated place. */
    public static final Price MAX_PRICE = Price.cents(300);

    /** Largest group. */
    public static final int MAX_GROUP = InvitationRules.MAX_GROUP;

    /** Longest note, in characters. */
    public static final int MAX_NOTE = InvitationRules.MAX_NOTE;

    /** Minted here, once: the same draft sent twice is one allotment. */
    @Value.Default
    public UUID id() {
        return UUID.randomUUID();
    }

    /** The donor's own name for the session. */
    public abstract String sessionRef();

    /** How many places; 1 to 10 000. */
    public abstract Integer quantity();

    /**
     * What a beneficiary pays for one; 0 to 3 €. A place at 0 € is an exempt ticket, any other a paid one (sibil 1).
     */
    @Value.Default
    public Price price() {
        return Price.FREE;
    }

    /** How they are given out. */
    @Value.Default
    public AllotmentMode mode() {
        return AllotmentMode.DIRECT;
    }

    /** The smallest group that may book; 1 to 200. */
    @Value.Default
    public int minimumGroup() {
        return 1;
    }

    /** The largest group that may book; up to 200, and not more than the quantity. Null for no limit of its own. */
    public abstract @Nullable Integer maximumGroup();

    /** How many of the places take a wheelchair; 0 to the quantity. */
    @Value.Default
    public int wheelchairPlaces() {
        return 0;
    }

    /** When what is left goes back to the donor; not after the start of the session. Null: at the start. */
    public abstract @Nullable Instant releaseAt();

    /** What a group must know, such as which door; at most 500 characters. Not for names. */
    public abstract @Nullable String note();

    AllotmentDraft() {} // only the generated class extends it

    /** Starts an allotment of this many places. */
    public static Builder of(String sessionRef, int quantity) {
        return builder().sessionRef(sessionRef).quantity(quantity);
    }

    /** Starts an allotment. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts from this one, with the same id. */
    public Builder toBuilder() {
        return new Builder().from(this);
    }

    @Value.Check
    protected void check() {
        RuleCheck check = new RuleCheck().required("id", id()).required("sessionRef", sessionRef());
        InvitationRules.ref(check, "sessionRef", sessionRef());
        check.required("quantity", quantity());
        InvitationRules.range(check, "quantity", quantity(), 1, MAX_QUANTITY);
        check.required("price", price());
        InvitationRules.price(check, "price", price(), MAX_PRICE);
        check.required("mode", mode());
        InvitationRules.known(check, "mode", mode());
        // A quantity that is itself out of range limits nothing else: one mistake is told once.
        int most = quantity() == null || quantity() < 1 ? MAX_QUANTITY : quantity();
        int largest = Math.min(MAX_GROUP, most);
        InvitationRules.range(check, "minimumGroup", minimumGroup(), 1, largest);
        InvitationRules.range(
                check, "maximumGroup", maximumGroup(), Math.max(1, Math.min(minimumGroup(), largest)), largest);
        InvitationRules.range(check, "wheelchairPlaces", wheelchairPlaces(), 0, most);
        InvitationRules.note(check, note());
        check.raise();
    }

    /**
     * Checks what depends on the session and the moment of the call.
     *
     * @throws RuleViolationException with every violation
     */
    public void checkFor(Instant startsAt, Instant now) {
        new RuleCheck()
                .future("releaseAt", releaseAt(), now)
                .notAfter("releaseAt", releaseAt(), "startsAt", startsAt)
                .raise();
    }

    /** Builds an allotment; {@code build()} throws {@link RuleViolationException} with every violation. */
    public static final class Builder extends ImmutableAllotmentDraft.Builder {
        Builder() {}
    }
}
