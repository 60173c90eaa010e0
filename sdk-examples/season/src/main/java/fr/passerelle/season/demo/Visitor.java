package fr.passerelle.season.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.model.value.Price;
import fr.passerelle.season.demo.OfflineProgramme.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** An invented young person with a credit book, who does what the programme's app lets people do. */
final class Visitor {

    private final OfflineProgramme programme;
    private final String firstName;
    private final String accessToken;

    Visitor(OfflineProgramme programme, String firstName, String accessToken) {
        this.programme = programme;
        this.firstName = firstName;
        this.accessToken = accessToken;
    }

    String firstName() {
        return firstName;
    }

    /** The booking's number; empty if the programme or the vendor refuses. */
    OptionalLong book(long dateId, int places) {
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("stockId", dateId).put("quantity", places);
        Reply reply = programme.call("POST", "/native/v1/bookings", accessToken, body);
        return reply.isSuccess()
                ? OptionalLong.of(reply.body().path("bookingId").asLong())
                : OptionalLong.empty();
    }

    /** Whether the programme lets the person cancel. */
    boolean cancel(long bookingId) {
        return programme
                .call(
                        "POST",
                        "/native/v1/bookings/" + bookingId + "/cancel",
                        accessToken,
                        JsonNodeFactory.instance.objectNode())
                .isSuccess();
    }

    /** What is left on the credit book. */
    Price credit() {
        return Price.cents(programme
                .call("GET", "/native/v1/me", accessToken, null)
                .body()
                .path("domainsCredit")
                .path("all")
                .path("remaining")
                .asLong());
    }

    /** The countermark on the person's telephone; empty for bookings that the vendor has issued tickets for. */
    Optional<String> countermark(long bookingId) {
        return Optional.of(ticket(bookingId).path("token").path("data"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText);
    }

    /** The vendor's barcodes on the person's telephone, which appear 48 hours before the performance. */
    List<String> barcodes(long bookingId) {
        List<String> barcodes = new ArrayList<>();
        ticket(bookingId)
                .path("externalBooking")
                .path("data")
                .forEach(ticket -> barcodes.add(ticket.path("barcode").asText()));
        return barcodes;
    }

    private JsonNode ticket(long bookingId) {
        return programme
                .call("GET", "/native/v2/bookings/" + bookingId, accessToken, null)
                .body()
                .path("ticket");
    }
}
