package fr.passerelle.season.demo;

import com.fasterxml.jackson.databind.JsonNode;
import fr.passerelle.model.value.Price;
import fr.passerelle.sandbox.SandboxBeneficiary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An invented young person with a credit book and a telephone. */
record Visitor(String firstName, SandboxBeneficiary account, Phone phone) {

    /** What is left on the credit book. */
    Price credit() {
        return Price.cents(account.remainingCredit());
    }

    /** The countermark on the telephone; empty for bookings that the vendor has issued tickets for. */
    Optional<String> countermark(long bookingId) {
        return Optional.of(ticket(bookingId).path("token").path("data"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText);
    }

    /** The vendor's barcodes on the telephone, which appear 48 hours before the performance. */
    List<String> barcodes(long bookingId) {
        List<String> barcodes = new ArrayList<>();
        ticket(bookingId)
                .path("externalBooking")
                .path("data")
                .forEach(ticket -> barcodes.add(ticket.path("barcode").asText()));
        return barcodes;
    }

    private JsonNode ticket(long bookingId) {
        return phone.ticket(account.accessToken(), bookingId);
    }
}
