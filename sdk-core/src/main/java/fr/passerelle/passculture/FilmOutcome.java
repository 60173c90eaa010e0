package fr.passerelle.passculture;

/** What became of a film of a cinema's programme. */
public enum FilmOutcome {
    /** Its offer shows the sessions that were sent, and no other future one. */
    APPLIED,
    /** It has no offer although the server has worked on other films of its call: the catalogue does not know it. */
    UNKNOWN,
    /**
     * The time allowed is over, and the programme does not show what was sent. The server may still be at work, or has
     * failed on this film, which it tells nobody; or it does not know a film that was alone in its call.
     */
    PENDING,
    /** The call that was to carry it failed, and had no effect. */
    NOT_SENT
}
