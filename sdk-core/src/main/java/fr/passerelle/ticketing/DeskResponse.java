package fr.passerelle.ticketing;

/**
 * What to send back to the programme, in the terms of any web framework.
 *
 * @param status the HTTP status
 * @param body JSON text in plain ASCII, so that no choice of charset can spoil it
 * @param outcome why, for the vendor's own monitoring
 */
public record DeskResponse(int status, String body, DeskOutcome outcome) {

    /** The value of the {@code Content-Type} header. */
    public String contentType() {
        return "application/json";
    }

    /** Without the body, which may hold barcodes. */
    @Override
    public String toString() {
        return "DeskResponse{" + status + ", " + outcome + "}";
    }
}
