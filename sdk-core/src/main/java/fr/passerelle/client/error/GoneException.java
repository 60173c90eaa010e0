package fr.passerelle.client.error;

/** 410: the booking of this countermark is already used or cancelled. */
public final class GoneException extends ApiException {

    private static final long serialVersionUID = 1L;

    GoneException(Answered answered) {
        super(answered);
    }
}
