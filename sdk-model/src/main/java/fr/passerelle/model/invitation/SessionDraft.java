package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.WireStyle;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A performance, visit or workshop that places are given for (invitations 2). Sent again with the same reference, it
 * replaces.
 */
@Value.Immutable
@WireStyle
@JsonSerialize(as = ImmutableSessionDraft.class)
@JsonDeserialize(builder = SessionDraft.Builder.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public abstract class SessionDraft {

    /** Longest reference, in characters. */
    public static final int MAX_REF = InvitationRules.MAX_REF;

    /** Longest title, in characters. */
    public static final int MAX_TITLE = InvitationRules.MAX_TITLE;

    /** Longest description, in characters. */
    public static final int MAX_DESCRIPTION = 1_000;

    /** Longest time from the start to the end: a residency. */
    public static final Duration MAX_DURATION = Duration.ofDays(31);

    /** Oldest age that can be asked for. */
    public static final int MAX_AGE = 99;

    /** Highest regular price. */
    public static final Price MAX_PRICE = Price.cents(100_000);

    /**
     * The donor's own name for it: 1 to 70 letters without accents, digits and {@code . _ ~ -}; unique for the donor.
     */
    public abstract String ref();

    /** What is shown; 1 to 140 characters. */
    public abstract String title();

    /** What kind of session. */
    public abstract SessionKind kind();

    /** When it begins. */
    public abstract Instant startsAt();

    /** When it ends; after the start, and within 31 days of it. Null where nobody said. */
    public abstract @Nullable Instant endsAt();

    /** Where it is performed. */
    public abstract Place place();

    /** For whom it is accessible; nothing else may be taken for granted. */
    public abstract Set<AccessNeed> accessibleFor();

    /** Whether one must understand the language that is spoken; null where nobody said. */
    public abstract @Nullable Boolean languageNeeded();

    /** The youngest age that is admitted, in years; null for everybody. */
    public abstract @Nullable Integer minimumAge();

    /** What the public pays for one place; 0 to 1000 €. */
    public abstract @Nullable Price regularPrice();

    /** A few words about it; at most 1000 characters. Not for names of beneficiaries. */
    public abstract @Nullable String description();

    SessionDraft() {} // only the generated class extends it

    /** Starts a session. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts from this one. */
    public Builder toBuilder() {
        return new Builder().from(this);
    }

    @Value.Check
    protected void check() {
        RuleCheck check = new RuleCheck().required("ref", ref());
        InvitationRules.ref(check, "ref", ref());
        check.required("title", title());
        InvitationRules.line(check, "title", title(), MAX_TITLE);
        check.required("kind", kind());
        InvitationRules.known(check, "kind", kind());
        check.required("startsAt", startsAt()).notBefore("endsAt", endsAt(), "startsAt", startsAt());
        if (startsAt() != null) {
            check.notAfter("endsAt", endsAt(), "startsAt + 31 d", startsAt().plus(MAX_DURATION));
        }
        check.required("place", place());
        Place.check(check, "place", place());
        InvitationRules.known(check, "accessibleFor", accessibleFor());
        InvitationRules.range(check, "minimumAge", minimumAge(), 0, MAX_AGE);
        InvitationRules.price(check, "regularPrice", regularPrice(), MAX_PRICE);
        check.text("description", description(), 0, MAX_DESCRIPTION).raise();
    }

    /**
     * Checks what depends on the moment of the call: the session must not have begun.
     *
     * @throws RuleViolationException if it has
     */
    public void checkAt(Instant now) {
        new RuleCheck().future("startsAt", startsAt(), now).raise();
    }

    /** Builds a session; {@code build()} throws {@link RuleViolationException} with every violation. */
    public static final class Builder extends ImmutableSessionDraft.Builder {

        Builder() {}

        /** Adds for whom it is accessible. */
        public Builder accessibleFor(AccessNeed... needs) {
            return addAccessibleFor(needs);
        }
    }
}
