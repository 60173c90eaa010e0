package fr.passerelle.error;

/** 410: the booking of this countermark is already used or cancelled. */
public final class GoneException extends ApiException {

    private static final long serialVersionUID = 1L;

    /** For a response of this meaning. */
    public GoneException(ErrorResponse responded) {
        super(responded);
    }
}
