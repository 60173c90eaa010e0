package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonCreator;
import fr.passerelle.model.value.OpenEnum;
import java.util.List;

/** The state of a hold (invitations 3). */
public final class HoldStatus extends OpenEnum {

    private static final Constants<HoldStatus> WORDS = new Constants<>(HoldStatus::new);

    /** Keeps its places until it expires. */
    public static final HoldStatus ACTIVE = WORDS.known("ACTIVE");

    /** Became a booking. Nothing leads out of it. */
    public static final HoldStatus CONVERTED = WORDS.known("CONVERTED");

    /**
     * Ran out and keeps nothing. A booking that names it late succeeds only if there is room. Nothing leads out of it.
     */
    public static final HoldStatus EXPIRED = WORDS.known("EXPIRED");

    /** Given back early. Nothing leads out of it. */
    public static final HoldStatus RELEASED = WORDS.known("RELEASED");

    private HoldStatus(String value, boolean known) {
        super(value, known);
    }

    /** The constant of this word, or the word kept as unknown. */
    @JsonCreator
    public static HoldStatus of(String value) {
        return WORDS.of(value);
    }

    /** Every state known today. */
    public static List<HoldStatus> values() {
        return WORDS.all();
    }
}
