package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Siret;
import fr.passerelle.model.value.WireStyle;
import java.util.List;
import java.util.UUID;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Who hands places out, to be registered by the operator (invitations 2). */
@Value.Immutable
@WireStyle
@JsonSerialize(as = ImmutableStructureDraft.class)
@JsonDeserialize(builder = StructureDraft.Builder.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public abstract class StructureDraft {

    /** Longest name, in characters. */
    public static final int MAX_NAME = InvitationRules.MAX_TITLE;

    /** Most people that one structure accompanies. */
    public static final int MAX_PEOPLE = 100_000;

    /** Most limits of one structure. */
    public static final int MAX_LIMITS = 8;

    /** Minted here, once: the same draft sent twice is one structure. */
    @Value.Default
    public UUID id() {
        return UUID.randomUUID();
    }

    /** The name of the organisation, not of a person; 1 to 140 characters. */
    public abstract String name();

    /** What it does. */
    public abstract StructureKind kind();

    /** The code of its department, such as 69, 2A or 974. */
    public abstract String department();

    /**
     * How many people it accompanies in a year; 1 to 100 000. The draw weighs what it received by it (invitations 5).
     */
    public abstract Integer people();

    /** What it may have in each period; at most 8. */
    public abstract List<PeriodLimit> limits();

    /** Its number. */
    public abstract @Nullable Siret siret();

    StructureDraft() {} // only the generated class extends it

    /** Starts a structure. */
    public static Builder builder() {
        return new Builder();
    }

    @Value.Check
    protected void check() {
        RuleCheck check = new RuleCheck().required("id", id()).required("name", name());
        InvitationRules.line(check, "name", name(), MAX_NAME);
        check.required("kind", kind());
        InvitationRules.known(check, "kind", kind());
        check.required("department", department());
        InvitationRules.department(check, "department", department());
        check.required("people", people());
        InvitationRules.range(check, "people", people(), 1, MAX_PEOPLE);
        check.size("limits", limits(), MAX_LIMITS);
        for (int i = 0; i < limits().size(); i++) {
            check.nested("limits." + i, limits().get(i).violations());
        }
        check.raise();
    }

    /** Builds a structure; {@code build()} throws {@link RuleViolationException} with every violation. */
    public static final class Builder extends ImmutableStructureDraft.Builder {
        Builder() {}
    }
}
