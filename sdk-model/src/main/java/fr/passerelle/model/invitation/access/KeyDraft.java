package fr.passerelle.model.invitation.access;

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

/** A key that the operator gives to a donor, to a structure or to itself. Its id makes it safe to send again. */
@Value.Immutable
@WireStyle
@JsonSerialize(as = ImmutableKeyDraft.class)
@JsonDeserialize(builder = KeyDraft.Builder.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public abstract class KeyDraft {

    /** Longest label, in characters. */
    public static final int MAX_LABEL = 140;

    /** Minted here, once: the same draft sent twice is one key. */
    @Value.Default
    public UUID id() {
        return UUID.randomUUID();
    }

    /** What it is good for. */
    public abstract InvitationRole role();

    /** Of which donor or structure; null for a key of the operator, and only for that. */
    public abstract @Nullable UUID ownerId();

    /** What tells it from the owner's other keys, such as the program that has it; 1 to 140 characters. Not a name. */
    public abstract String label();

    /** What calls are made with. Minted here; hand it to the owner and keep no copy. */
    @Value.Default
    @Value.Redacted
    public Secret secret() {
        return Secret.random();
    }

    KeyDraft() {} // only the generated class extends it

    /**
     * A key with a new secret.
     *
     * @throws RuleViolationException with every violation
     */
    public static KeyDraft of(InvitationRole role, UUID ownerId, String label) {
        return builder().role(role).ownerId(ownerId).label(label).build();
    }

    /** Starts a key. */
    public static Builder builder() {
        return new Builder();
    }

    @Value.Check
    protected void check() {
        RuleCheck check = new RuleCheck().required("id", id()).required("role", role());
        if (role() != null) {
            boolean operator = role().equals(InvitationRole.OPERATOR);
            check.require(role().known(), "role", RuleCode.UNKNOWN_VALUE)
                    .require(operator || ownerId() != null, "ownerId", RuleCode.REQUIRED)
                    .require(!operator || ownerId() == null, "ownerId", RuleCode.NOT_ALLOWED);
        }
        check.required("label", label())
                .text("label", label() == null ? null : label().strip(), 1, MAX_LABEL)
                .required("secret", secret());
        if (secret() != null) {
            secret().check(check, "secret");
        }
        check.raise();
    }

    /** Builds a key; {@code build()} throws {@link RuleViolationException} with every violation. */
    public static final class Builder extends ImmutableKeyDraft.Builder {
        Builder() {}
    }
}
