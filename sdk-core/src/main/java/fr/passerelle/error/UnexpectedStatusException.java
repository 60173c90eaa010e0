package fr.passerelle.error;

/** A status that the API does not document, redirects included: they are never followed. */
public final class UnexpectedStatusException extends ApiException {

    private static final long serialVersionUID = 1L;

    /** For a response of this meaning. */
    public UnexpectedStatusException(ErrorResponse responded) {
        super(responded);
    }
}
