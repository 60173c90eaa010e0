package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.WireStyle;
import java.util.UUID;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Places that the donor takes back (invitations 4): of what is not promised. Its id makes it safe to send again. */
@Value.Immutable
@WireStyle
@JsonSerialize(as = ImmutableWithdrawalDraft.class)
@JsonDeserialize(builder = WithdrawalDraft.Builder.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public abstract class WithdrawalDraft {

    /** Minted here, once: the same draft sent twice takes back once. */
    @Value.Default
    public UUID id() {
        return UUID.randomUUID();
    }

    /** How many; 1 to 10 000. Null: all that are not promised, and the allotment gives out no more. */
    public abstract @Nullable Integer places();

    WithdrawalDraft() {} // only the generated class extends it

    /**
     * So many places.
     *
     * @throws RuleViolationException if there are fewer than one or more than 10 000
     */
    public static WithdrawalDraft of(int places) {
        return builder().places(places).build();
    }

    /** All that are not promised. */
    public static WithdrawalDraft ofAll() {
        return builder().build();
    }

    /** Starts a withdrawal. */
    public static Builder builder() {
        return new Builder();
    }

    @Value.Check
    protected void check() {
        RuleCheck check = new RuleCheck().required("id", id());
        InvitationRules.range(check, "places", places(), 1, AllotmentDraft.MAX_QUANTITY);
        check.raise();
    }

    /** Builds a withdrawal; {@code build()} throws {@link RuleViolationException} with every violation. */
    public static final class Builder extends ImmutableWithdrawalDraft.Builder {
        Builder() {}
    }
}
