package fr.passerelle.error;

/** 400, 413 or 422: something sent breaks a rule; {@link #errors()} says which field. */
public sealed class BadRequestException extends ApiException permits BookingRefusedException {

    private static final long serialVersionUID = 1L;

    /** For a response of this meaning. */
    public BadRequestException(ErrorResponse responded) {
        super(responded);
    }
}
