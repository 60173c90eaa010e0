package fr.passerelle.model.invitation;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.WireStyle;
import java.util.List;
import java.util.UUID;
import org.immutables.value.Value;

/**
 * All wishes of a structure in a call, the dearest first (invitations 5). Sent again until the call closes, it
 * replaces.
 */
@Value.Immutable
@WireStyle
@JsonSerialize(as = ImmutableWishesDraft.class)
@JsonDeserialize(builder = WishesDraft.Builder.class)
public abstract class WishesDraft {

    /** Most wishes of one structure in one call. */
    public static final int MAX_WISHES = 30;

    /** In which call. */
    public abstract UUID callId();

    /** 1 to 30 wishes, each of another allotment. */
    public abstract List<Wish> wishes();

    WishesDraft() {} // only the generated class extends it

    /**
     * The wishes in this order.
     *
     * @throws RuleViolationException with every violation
     */
    public static WishesDraft of(UUID callId, Wish... wishes) {
        return builder().callId(callId).addWishes(wishes).build();
    }

    /** Starts a list. */
    public static Builder builder() {
        return new Builder();
    }

    @Value.Check
    protected void check() {
        RuleCheck check = new RuleCheck()
                .required("callId", callId())
                .notEmpty("wishes", wishes())
                .size("wishes", wishes(), MAX_WISHES);
        for (int i = 0; i < wishes().size(); i++) {
            check.nested("wishes." + i, wishes().get(i).violations());
        }
        check.unique(wishes().stream().map(Wish::allotmentId).toList(), i -> "wishes." + i + ".allotmentId")
                .raise();
    }

    /** Builds a list; {@code build()} throws {@link RuleViolationException} with every violation. */
    public static final class Builder extends ImmutableWishesDraft.Builder {
        Builder() {}
    }
}
