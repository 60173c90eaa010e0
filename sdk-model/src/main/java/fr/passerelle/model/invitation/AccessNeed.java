package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonCreator;
import fr.passerelle.model.value.OpenEnum;
import java.util.List;

/** What a session is accessible for, and what somebody in a party needs: one list for both sides (invitations 2). */
public final class AccessNeed extends OpenEnum {

    private static final Constants<AccessNeed> WORDS = new Constants<>(AccessNeed::new);

    /** A place for a wheelchair; it counts against the wheelchair places of an allotment. */
    public static final AccessNeed WHEELCHAIR = WORDS.known("WHEELCHAIR");

    /** A seat without stairs. */
    public static final AccessNeed REDUCED_MOBILITY = WORDS.known("REDUCED_MOBILITY");

    /** A magnetic loop. */
    public static final AccessNeed HEARING_LOOP = WORDS.known("HEARING_LOOP");

    /** Performed in sign language, or interpreted. */
    public static final AccessNeed SIGN_LANGUAGE = WORDS.known("SIGN_LANGUAGE");

    /** Text beside the stage or on the screen. */
    public static final AccessNeed SURTITLES = WORDS.known("SURTITLES");

    /** What is seen is told. */
    public static final AccessNeed AUDIO_DESCRIPTION = WORDS.known("AUDIO_DESCRIPTION");

    /** Can be touched: a visit for people who do not see. */
    public static final AccessNeed TACTILE = WORDS.known("TACTILE");

    /** One may move, speak and go out. */
    public static final AccessNeed RELAXED = WORDS.known("RELAXED");

    /** Easy to read and to understand. */
    public static final AccessNeed PLAIN_LANGUAGE = WORDS.known("PLAIN_LANGUAGE");

    private AccessNeed(String value, boolean known) {
        super(value, known);
    }

    /** The constant of this word, or the word kept as unknown. */
    @JsonCreator
    public static AccessNeed of(String value) {
        return WORDS.of(value);
    }

    /** Every need known today. */
    public static List<AccessNeed> values() {
        return WORDS.all();
    }
}
