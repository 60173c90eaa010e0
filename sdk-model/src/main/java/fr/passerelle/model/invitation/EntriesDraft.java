package fr.passerelle.model.invitation;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.WireStyle;
import java.util.List;
import org.immutables.value.Value;

/** Entries of one session, as many as one call takes. */
@Value.Immutable
@WireStyle
@JsonSerialize(as = ImmutableEntriesDraft.class)
@JsonDeserialize(builder = EntriesDraft.Builder.class)
public abstract class EntriesDraft {

    /** Most entries of one call. */
    public static final int MAX_ENTRIES = 200;

    /** 1 to 200 entries, each with a nonce of its own. */
    public abstract List<EntryDraft> entries();

    EntriesDraft() {} // only the generated class extends it

    /**
     * These entries.
     *
     * @throws RuleViolationException with every violation
     */
    public static EntriesDraft of(List<EntryDraft> entries) {
        return builder().entries(entries).build();
    }

    /** Starts a list. */
    public static Builder builder() {
        return new Builder();
    }

    @Value.Check
    protected void check() {
        new RuleCheck()
                .notEmpty("entries", entries())
                .size("entries", entries(), MAX_ENTRIES)
                .unique(entries().stream().map(EntryDraft::nonce).toList(), i -> "entries." + i + ".nonce")
                .raise();
    }

    /** Builds a list; {@code build()} throws {@link RuleViolationException} with every violation. */
    public static final class Builder extends ImmutableEntriesDraft.Builder {
        Builder() {}
    }
}
