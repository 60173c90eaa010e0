package fr.passerelle.sandbox;

import fr.passerelle.sandbox.http.Json;
import fr.passerelle.sandbox.state.Beneficiary;

/** A young person with a credit, who books and cancels through the programme's app. All of it is invented. */
public final class SandboxBeneficiary {

    private final LocalCalls calls;
    private final long id;
    private final String email;
    private final String accessToken;

    SandboxBeneficiary(LocalCalls calls, long id, String email, String accessToken) {
        this.calls = calls;
        this.id = id;
        this.email = email;
        this.accessToken = accessToken;
    }

    /** The person's id. */
    public long id() {
        return id;
    }

    /** The address that vendors see. */
    public String email() {
        return email;
    }

    /** What signs in to the app, with the address; the same for everybody. */
    public String password() {
        return Beneficiary.PASSWORD;
    }

    /** Sent as {@code Authorization: Bearer <accessToken>} on the app routes. */
    public String accessToken() {
        return accessToken;
    }

    /**
     * Books under every rule of the programme; the vendor is asked or told.
     *
     * @param stockId an event date's id, or a product's stock id
     * @param quantity 1, or 2 on a duo offer
     * @return the booking's id
     * @throws SandboxRefusedException when a rule or the vendor is against it
     */
    public long book(long stockId, int quantity) {
        var body = Json.object().put("stockId", stockId).put("quantity", quantity);
        return calls.call("POST", "/native/v1/bookings", accessToken, body)
                .path("bookingId")
                .asLong();
    }

    /**
     * Cancels a booking under the rules of the programme; the vendor is asked or told.
     *
     * @throws SandboxRefusedException when a rule or the vendor is against it
     */
    public void cancel(long bookingId) {
        calls.call("POST", "/native/v1/bookings/" + bookingId + "/cancel", accessToken, Json.object());
    }

    /** What is left of the credit, in euro cents. */
    public long remainingCredit() {
        return calls.call("GET", "/native/v1/me", accessToken, Json.object())
                .path("domainsCredit")
                .path("all")
                .path("remaining")
                .asLong();
    }

    /** Only the id: the rest would be personal data. */
    @Override
    public String toString() {
        return "SandboxBeneficiary[" + id + "]";
    }
}
