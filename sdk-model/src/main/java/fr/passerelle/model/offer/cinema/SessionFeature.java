package fr.passerelle.model.offer.cinema;

import com.fasterxml.jackson.annotation.JsonCreator;
import fr.passerelle.model.value.OpenEnum;
import java.util.List;

/** How a film is shown. A session has exactly one version, {@link #VF} or {@link #VO}; the others come on top. */
public final class SessionFeature extends OpenEnum {

    private static final Constants<SessionFeature> WORDS = new Constants<>(SessionFeature::new);

    /** In French. */
    public static final SessionFeature VF = WORDS.known("VF");

    /** In its own language, with subtitles. */
    public static final SessionFeature VO = WORDS.known("VO");

    /** In relief. */
    public static final SessionFeature THREE_D = WORDS.known("3D");

    /** In a room with light effects around the screen (ICE). */
    public static final SessionFeature ICE = WORDS.known("ICE");

    private SessionFeature(String value, boolean known) {
        super(value, known);
    }

    /** The constant of this word, or the word kept as unknown. */
    @JsonCreator
    public static SessionFeature of(String value) {
        return WORDS.of(value);
    }

    /** Every word known today. */
    public static List<SessionFeature> values() {
        return WORDS.all();
    }

    /** Whether it says the language. */
    public boolean isVersion() {
        return equals(VF) || equals(VO);
    }
}
