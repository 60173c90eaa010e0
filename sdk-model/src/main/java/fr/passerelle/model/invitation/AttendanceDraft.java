package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.WireStyle;
import java.util.List;
import java.util.UUID;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Who came, by number or by voucher (invitations 2). It is said once: another number later is refused. */
@Value.Immutable
@WireStyle
@JsonSerialize(as = ImmutableAttendanceDraft.class)
@JsonDeserialize(builder = AttendanceDraft.Builder.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public abstract class AttendanceDraft {

    /** Of which booking. */
    public abstract UUID bookingId();

    /** How many came; exactly one of this and the vouchers is given. */
    public abstract @Nullable Integer people();

    /** The numbers of the vouchers of those who came; each once. */
    public abstract List<Integer> vouchers();

    /**
     * Of those who came, for how many it was the first outing, as far as the structure knows; null: it does not say.
     */
    public abstract @Nullable Integer firstOutings();

    AttendanceDraft() {} // only the generated class extends it

    /**
     * So many came.
     *
     * @throws RuleViolationException if there are fewer than none or more than a party may have
     */
    public static AttendanceDraft of(UUID bookingId, int people) {
        return builder().bookingId(bookingId).people(people).build();
    }

    /** Starts an attendance. */
    public static Builder builder() {
        return new Builder();
    }

    @Value.Check
    protected void check() {
        RuleCheck check = new RuleCheck()
                .required("bookingId", bookingId())
                .require((people() == null) != vouchers().isEmpty(), "people", RuleCode.EXACTLY_ONE, "people, vouchers")
                .size("vouchers", vouchers(), Party.MAX_PEOPLE)
                .unique(vouchers(), i -> "vouchers." + i);
        InvitationRules.range(check, "people", people(), 0, Party.MAX_PEOPLE);
        Integer came = people();
        int most = came == null ? vouchers().size() : Math.max(0, Math.min(came, Party.MAX_PEOPLE));
        InvitationRules.range(check, "firstOutings", firstOutings(), 0, most);
        for (int i = 0; i < vouchers().size(); i++) {
            InvitationRules.range(check, "vouchers." + i, vouchers().get(i), 1, AllotmentDraft.MAX_QUANTITY);
        }
        check.raise();
    }

    /** Builds an attendance; {@code build()} throws {@link RuleViolationException} with every violation. */
    public static final class Builder extends ImmutableAttendanceDraft.Builder {
        Builder() {}
    }
}
