package fr.passerelle.error;

/**
 * 401: the API key is missing, malformed or unknown; in the app, the access token is, or is over and cannot be renewed.
 */
public final class AuthenticationException extends ApiException {

    private static final long serialVersionUID = 1L;

    /** For a response of this meaning. */
    public AuthenticationException(ErrorResponse responded) {
        super(responded);
    }
}
