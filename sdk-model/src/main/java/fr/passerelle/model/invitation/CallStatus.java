package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonCreator;
import fr.passerelle.model.value.OpenEnum;
import java.util.List;

/** The state of a call (invitations 5). */
public final class CallStatus extends OpenEnum {

    private static final Constants<CallStatus> WORDS = new Constants<>(CallStatus::new);

    /** Takes wishes. */
    public static final CallStatus OPEN = WORDS.known("OPEN");

    /** Takes no more wishes; the draw is not made yet. */
    public static final CallStatus CLOSED = WORDS.known("CLOSED");

    /** Drawn; the secret is told. Nothing leads out of it. */
    public static final CallStatus DRAWN = WORDS.known("DRAWN");

    /** Will not be drawn. Nothing leads out of it. */
    public static final CallStatus CANCELLED = WORDS.known("CANCELLED");

    private CallStatus(String value, boolean known) {
        super(value, known);
    }

    /** The constant of this word, or the word kept as unknown. */
    @JsonCreator
    public static CallStatus of(String value) {
        return WORDS.of(value);
    }

    /** Every state known today. */
    public static List<CallStatus> values() {
        return WORDS.all();
    }
}
