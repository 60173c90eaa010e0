package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonCreator;
import fr.passerelle.model.value.OpenEnum;
import java.util.List;

/** What became of a voucher that was shown at a door (invitations 6). */
public final class EntryOutcome extends OpenEnum {

    private static final Constants<EntryOutcome> WORDS = new Constants<>(EntryOutcome::new);

    /** It let somebody in. */
    public static final EntryOutcome ADMITTED = WORDS.known("ADMITTED");

    /** It let somebody in before, at another moment or door. */
    public static final EntryOutcome ALREADY_USED = WORDS.known("ALREADY_USED");

    /** It was given back, or cancelled with the session. */
    public static final EntryOutcome VOID = WORDS.known("VOID");

    /** No voucher of this session. */
    public static final EntryOutcome UNKNOWN = WORDS.known("UNKNOWN");

    private EntryOutcome(String value, boolean known) {
        super(value, known);
    }

    /** The constant of this word, or the word kept as unknown. */
    @JsonCreator
    public static EntryOutcome of(String value) {
        return WORDS.of(value);
    }

    /** Every outcome known today. */
    public static List<EntryOutcome> values() {
        return WORDS.all();
    }
}
