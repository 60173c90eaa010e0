package fr.passerelle.client.error;

/**
 * 401: the API key is missing, malformed or unknown; in the app, the access token is, or is over and cannot be renewed.
 */
public final class AuthenticationException extends ApiException {

    private static final long serialVersionUID = 1L;

    AuthenticationException(Answered answered) {
        super(answered);
    }
}
