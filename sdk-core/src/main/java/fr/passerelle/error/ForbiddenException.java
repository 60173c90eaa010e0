package fr.passerelle.error;

/**
 * 403: the key is valid but the action is not allowed, or not now (a booking outside its window, an inactive provider).
 */
public final class ForbiddenException extends ApiException {

    private static final long serialVersionUID = 1L;

    /** For a response of this meaning. */
    public ForbiddenException(ErrorResponse responded) {
        super(responded);
    }
}
