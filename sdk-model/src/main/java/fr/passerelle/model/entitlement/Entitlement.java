package fr.passerelle.model.entitlement;

import fr.passerelle.model.credit.Balance;
import fr.passerelle.model.credit.Ceilings;
import fr.passerelle.model.credit.Interpretation;
import fr.passerelle.model.credit.Scheme;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.ResponseStyle;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is <em>probably</em> entitled to at an instant: nobody but the programme can know what was granted, and
 * only the person can ask for it (rule book 2.5).
 */
@Value.Immutable
@ResponseStyle
public abstract class Entitlement {

    Entitlement() {} // only the generated class extends it

    /** The instant that the response is for. */
    public abstract Instant asOf();

    /** Whose reading of the rules. */
    public abstract Interpretation reading();

    /** Whether the person can get new money, or a new status, at that instant. */
    public abstract boolean eligible();

    /** Why. */
    public abstract Reason reason();

    /** Which credit; null if none. */
    public abstract @Nullable Scheme scheme();

    /** R0 to R4: the regime of rule book 1.1 that decided; null if none was open. */
    public abstract @Nullable String regime();

    /** All money ever put on the credit, after the operation. */
    public abstract Price amount();

    /** Money newly granted. */
    public abstract Price newMoney();

    /** Money taken over from the credit before. */
    public abstract Price carriedOver();

    /** The ceilings of the credit; null without a credit. */
    public abstract @Nullable Ceilings ceilings();

    /** The first instant at which the credit cannot be spent any more; null without a credit. */
    public abstract @Nullable Instant expiresAt();

    /** What is left of a credit that is there already, after the operation; null if there is none. */
    public abstract @Nullable Balance remaining();

    /** What was taken for granted. */
    public abstract Set<Assumption> assumptions();

    /** When the response changes next, other things being equal; null if never. */
    public abstract @Nullable Change nextChange();

    /** What the person has to do; empty if nothing can be gained, or if it happens by itself. */
    public abstract List<Step> steps();

    /** Where the other reading of the rules differs: {@code eligible}, {@code scheme}, {@code expiresAt}, ... */
    public abstract Set<String> otherReadingDiffersIn();

    /** Where the rules that decided stand. */
    public abstract List<String> sources();

    static ImmutableEntitlement.Builder builder() {
        return ImmutableEntitlement.builder();
    }
}
