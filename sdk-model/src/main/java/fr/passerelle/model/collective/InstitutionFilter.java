package fr.passerelle.model.collective;

import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.ResponseStyle;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Which schools to list; what is not set does not filter (reference operation 48). The server lists 20 at most and has
 * no next page: narrow it down.
 */
@Value.Immutable
@ResponseStyle
public abstract class InstitutionFilter {

    /** Most schools in one response. */
    public static final int MAX_LIMIT = 20;

    /** Only the one with this number. */
    public abstract @Nullable Long id();

    /** Only the one with this UAI. */
    public abstract @Nullable String uai();

    /** Only those with this in their name; accents do not count. */
    public abstract @Nullable String name();

    /** Only those with this in their kind; accents do not count. */
    public abstract @Nullable String institutionType();

    /** Only those with this in their municipality; accents do not count. */
    public abstract @Nullable String city();

    /** Only those with this in their postal code. */
    public abstract @Nullable String postalCode();

    /** How many at most; 1 to 20. */
    @Value.Default
    public int limit() {
        return MAX_LIMIT;
    }

    InstitutionFilter() {} // only the generated class extends it

    /** The one with this UAI. */
    public static InstitutionFilter ofUai(String uai) {
        return builder().uai(uai).build();
    }

    /** Starts a filter. */
    public static Builder builder() {
        return new Builder();
    }

    @Value.Check
    protected void check() {
        new RuleCheck().range("limit", (long) limit(), 1, MAX_LIMIT).raise();
    }

    /** Builds a filter; {@code build()} throws {@link RuleViolationException} if the limit is out of bounds. */
    public static final class Builder extends ImmutableInstitutionFilter.Builder {
        Builder() {}
    }
}
