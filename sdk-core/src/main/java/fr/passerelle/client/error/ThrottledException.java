package fr.passerelle.client.error;

/** 429: more calls than the key's quota. {@link #retryAfter()} says how long to wait, if the server does. */
public final class ThrottledException extends ApiException {

    private static final long serialVersionUID = 1L;

    ThrottledException(Answered answered) {
        super(answered);
    }
}
