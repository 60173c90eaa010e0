package fr.passerelle.passculture;

/**
 * Keeps the tokens of whoever is signed in, so that an app which starts again need not ask for the password:
 * {@link BeneficiaryClient.Builder#accessToken(String, String)} takes them back. The refresh token changes each time
 * that it is used, and the one before counts no more, so what is kept must be the last.
 *
 * <p>Told of one change after another, before anything is sent with the new tokens and before the call that changed
 * them returns: be quick, and return once they are kept. What it throws is logged at WARN by its class alone, and
 * changes nothing: the client goes on with the tokens that it has.
 */
public interface TokenListener {

    /** Somebody signed in, or the tokens were renewed: from now on these count, and those before do not. */
    void onTokens(AppTokens tokens);

    /** The person signed out, or the programme takes the refresh token no more: forget what was kept. */
    void onTokensEnded();
}
