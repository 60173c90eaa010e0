package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonCreator;
import fr.passerelle.model.value.OpenEnum;
import java.util.List;

/** The state of an allotment (invitations 3). */
public final class AllotmentStatus extends OpenEnum {

    private static final Constants<AllotmentStatus> WORDS = new Constants<>(AllotmentStatus::new);

    /** Its free places can be asked for. */
    public static final AllotmentStatus OPEN = WORDS.known("OPEN");

    /** Past its release: what was left went back to the donor; what is promised stays. */
    public static final AllotmentStatus CLOSED = WORDS.known("CLOSED");

    /** The donor took back all that was not promised; what is promised stays. */
    public static final AllotmentStatus WITHDRAWN = WORDS.known("WITHDRAWN");

    /** The session is over. Nothing leads out of it. */
    public static final AllotmentStatus ENDED = WORDS.known("ENDED");

    /** The session does not take place. Nothing leads out of it. */
    public static final AllotmentStatus CANCELLED = WORDS.known("CANCELLED");

    private AllotmentStatus(String value, boolean known) {
        super(value, known);
    }

    /** The constant of this word, or the word kept as unknown. */
    @JsonCreator
    public static AllotmentStatus of(String value) {
        return WORDS.of(value);
    }

    /** Every state known today. */
    public static List<AllotmentStatus> values() {
        return WORDS.all();
    }
}
