package fr.passerelle.error;

/** 404: nothing there, or nothing this key may see. */
public final class NotFoundException extends ApiException {

    private static final long serialVersionUID = 1L;

    /** For a response of this meaning. */
    public NotFoundException(ErrorResponse responded) {
        super(responded);
    }
}
