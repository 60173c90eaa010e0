package fr.passerelle.error;

/** 401: the API key is missing, malformed or unknown; signing in to the app, a proof asked of people is missing. */
public sealed class AuthenticationException extends ApiException permits SignInRequiredException {

    private static final long serialVersionUID = 1L;

    /** For a response of this meaning. */
    public AuthenticationException(ErrorResponse responded) {
        super(responded);
    }

    AuthenticationException(ErrorResponse responded, String whatToDo) {
        super(responded, whatToDo);
    }
}
