package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Siret;
import fr.passerelle.model.value.WireStyle;
import java.util.UUID;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Who gives places, to be registered by the operator (invitations 2). */
@Value.Immutable
@WireStyle
@JsonSerialize(as = ImmutableDonorDraft.class)
@JsonDeserialize(builder = DonorDraft.Builder.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public abstract class DonorDraft {

    /** Longest name, in characters. */
    public static final int MAX_NAME = InvitationRules.MAX_TITLE;

    /** Minted here, once: the same draft sent twice is one donor. */
    @Value.Default
    public UUID id() {
        return UUID.randomUUID();
    }

    /** The name of the organisation, not of a person; 1 to 140 characters. */
    public abstract String name();

    /** What kind of body. */
    public abstract DonorKind kind();

    /** Its number. */
    public abstract @Nullable Siret siret();

    DonorDraft() {} // only the generated class extends it

    /** Starts a donor. */
    public static Builder builder() {
        return new Builder();
    }

    @Value.Check
    protected void check() {
        RuleCheck check = new RuleCheck().required("id", id()).required("name", name());
        InvitationRules.line(check, "name", name(), MAX_NAME);
        check.required("kind", kind());
        InvitationRules.known(check, "kind", kind());
        check.raise();
    }

    /** Builds a donor; {@code build()} throws {@link RuleViolationException} with every violation. */
    public static final class Builder extends ImmutableDonorDraft.Builder {
        Builder() {}
    }
}
