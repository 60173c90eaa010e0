package fr.passerelle.passculture;

/**
 * What keeps somebody signed in to the app. Whoever has it can spend the person's credit, so it does not show in
 * {@code toString}: keep it where passwords are kept, and for one person only.
 *
 * @param access proves who calls, for some minutes
 * @param refresh gets the next pair, once, and only on the device that signed in
 */
public record AppTokens(String access, String refresh) {

    /** Without the tokens. */
    @Override
    public String toString() {
        return "AppTokens[redacted]";
    }
}
