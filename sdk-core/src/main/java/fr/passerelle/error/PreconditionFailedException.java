package fr.passerelle.error;

/**
 * 412: what was to be changed is no longer the version that the call named
 * ({@link fr.passerelle.http.Versioned#version()}). Read it anew, and decide anew.
 */
public final class PreconditionFailedException extends ApiException {

    private static final long serialVersionUID = 1L;

    /** For a response of this meaning. */
    public PreconditionFailedException(ErrorResponse responded) {
        super(responded);
    }
}
