package fr.passerelle.error;

/**
 * 401 in the app: the access token counts no more, and there is no refresh token, or the programme takes that no more.
 * Nothing was done. The person has to sign in again.
 *
 * <p>A refresh token ends a month after signing in, with signing out, when another device sends it, and once it was
 * used. That may have been this client: after a lost response to a renewal the token may be spent, and what took its
 * place is not known to anybody.
 */
public final class SignInRequiredException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    /** For a response of this meaning. */
    public SignInRequiredException(ErrorResponse responded) {
        super(responded, "; the person has to sign in again");
    }
}
