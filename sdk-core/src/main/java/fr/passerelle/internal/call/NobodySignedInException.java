package fr.passerelle.internal.call;

/** The caller's mistake: nothing was sent. */
public final class NobodySignedInException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    NobodySignedInException() {
        super("nobody is signed in: call signIn(...) or give the builder an accessToken");
    }
}
