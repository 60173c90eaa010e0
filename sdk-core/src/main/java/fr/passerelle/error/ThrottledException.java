package fr.passerelle.error;

/** 429: more calls than the key's quota. {@link #retryAfter()} says how long to wait, if the server does. */
public final class ThrottledException extends ApiException {

    private static final long serialVersionUID = 1L;

    /** For a response of this meaning. */
    public ThrottledException(ErrorResponse responded) {
        super(responded);
    }
}
