package fr.passerelle.client.error;

/** 404: nothing there, or nothing this key may see. */
public final class NotFoundException extends ApiException {

    private static final long serialVersionUID = 1L;

    NotFoundException(Answered answered) {
        super(answered);
    }
}
