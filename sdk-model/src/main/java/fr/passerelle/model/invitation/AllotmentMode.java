package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonCreator;
import fr.passerelle.model.value.OpenEnum;
import java.util.List;

/** How the places of an allotment are given out (invitations 2). */
public final class AllotmentMode extends OpenEnum {

    private static final Constants<AllotmentMode> WORDS = new Constants<>(AllotmentMode::new);

    /** A booking is confirmed at once. */
    public static final AllotmentMode DIRECT = WORDS.known("DIRECT");

    /** The donor accepts or refuses each booking. */
    public static final AllotmentMode ON_REQUEST = WORDS.known("ON_REQUEST");

    /** Structures wish, and a draw gives. */
    public static final AllotmentMode CALL = WORDS.known("CALL");

    private AllotmentMode(String value, boolean known) {
        super(value, known);
    }

    /** The constant of this word, or the word kept as unknown. */
    @JsonCreator
    public static AllotmentMode of(String value) {
        return WORDS.of(value);
    }

    /** Every mode known today. */
    public static List<AllotmentMode> values() {
        return WORDS.all();
    }
}
