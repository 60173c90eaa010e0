package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.WireStyle;
import java.time.Instant;
import java.util.UUID;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A voucher that was shown at a door (invitations 6), to be told now or later. Its nonce makes it safe to send again:
 * two entries with the same nonce are one.
 */
@Value.Immutable
@WireStyle
@JsonSerialize(as = ImmutableEntryDraft.class)
@JsonDeserialize(builder = EntryDraft.Builder.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public abstract class EntryDraft {

    /** Longest name of a door, in characters. */
    public static final int MAX_DOOR = 70;

    /** Minted here, once for each scan. */
    @Value.Default
    public UUID nonce() {
        return UUID.randomUUID();
    }

    /** What was said; exactly one of this and the signed code is given. */
    public abstract @Nullable VoucherCode code();

    /** What was scanned. */
    public abstract @Nullable SignedCode signedCode();

    /** When it was shown. */
    public abstract Instant at();

    /** At which door; at most 70 characters. */
    public abstract @Nullable String door();

    EntryDraft() {} // only the generated class extends it

    /** A code that was said. */
    public static EntryDraft of(VoucherCode code, Instant at) {
        return builder().code(code).at(at).build();
    }

    /** A code that was scanned. */
    public static EntryDraft of(SignedCode signedCode, Instant at) {
        return builder().signedCode(signedCode).at(at).build();
    }

    /** Starts an entry. */
    public static Builder builder() {
        return new Builder();
    }

    @Value.Check
    protected void check() {
        SignedCode signed = signedCode();
        new RuleCheck()
                .required("nonce", nonce())
                .require((code() == null) != (signed == null), "code", RuleCode.EXACTLY_ONE, "code, signedCode")
                .text("signedCode", signed == null ? null : signed.value(), 1, SignedCode.MAX_LENGTH)
                .required("at", at())
                .text("door", door(), 0, MAX_DOOR)
                .raise();
    }

    /** Builds an entry; {@code build()} throws {@link RuleViolationException} with every violation. */
    public static final class Builder extends ImmutableEntryDraft.Builder {
        Builder() {}
    }
}
