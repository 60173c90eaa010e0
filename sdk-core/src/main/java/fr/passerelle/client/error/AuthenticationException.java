package fr.passerelle.client.error;

/** 401: the API key is missing, malformed or unknown. */
public final class AuthenticationException extends ApiException {

    private static final long serialVersionUID = 1L;

    AuthenticationException(Answered answered) {
        super(answered);
    }
}
