package fr.passerelle.error;

/** 5xx: the server failed. {@link #mayHaveBeenProcessed()} is true: the action may be done. */
public final class ServerException extends ApiException {

    private static final long serialVersionUID = 1L;

    /** For a response of this meaning. */
    public ServerException(ErrorResponse responded) {
        super(responded);
    }
}
