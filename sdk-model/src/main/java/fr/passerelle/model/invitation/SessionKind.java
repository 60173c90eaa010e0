package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonCreator;
import fr.passerelle.model.value.OpenEnum;
import java.util.List;

/** What a session is (invitations 2). */
public final class SessionKind extends OpenEnum {

    private static final Constants<SessionKind> WORDS = new Constants<>(SessionKind::new);

    /** Theatre, dance, circus, opera. */
    public static final SessionKind SHOW = WORDS.known("SHOW");

    /** Music. */
    public static final SessionKind CONCERT = WORDS.known("CONCERT");

    /** A film in a cinema. */
    public static final SessionKind FILM = WORDS.known("FILM");

    /** An exhibition seen on one's own. */
    public static final SessionKind EXHIBITION = WORDS.known("EXHIBITION");

    /** A guided visit. */
    public static final SessionKind VISIT = WORDS.known("VISIT");

    /** Something that the group makes or practises itself. */
    public static final SessionKind WORKSHOP = WORDS.known("WORKSHOP");

    /** Several days with the same artists. */
    public static final SessionKind RESIDENCY = WORDS.known("RESIDENCY");

    /** Anything else. */
    public static final SessionKind OTHER = WORDS.known("OTHER");

    private SessionKind(String value, boolean known) {
        super(value, known);
    }

    /** The constant of this word, or the word kept as unknown. */
    @JsonCreator
    public static SessionKind of(String value) {
        return WORDS.of(value);
    }

    /** Every kind known today. */
    public static List<SessionKind> values() {
        return WORDS.all();
    }
}
