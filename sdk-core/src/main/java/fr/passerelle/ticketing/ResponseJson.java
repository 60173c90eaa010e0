package fr.passerelle.ticketing;

import com.fasterxml.jackson.core.JsonGenerator;
import fr.passerelle.model.value.Remaining;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/**
 * The rows of reference 9.4 and 9.5 as status and JSON. {@code remainingQuantity} is always written where a row has it:
 * an explicit null is how the server spells "no limit".
 */
record ResponseJson(int status, String body) {

    private static final int OK = 200;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    static ResponseJson tickets(List<Ticket> tickets, Remaining remaining) {
        return write(OK, json -> {
            json.writeArrayFieldStart("tickets");
            for (Ticket ticket : tickets) {
                json.writeStartObject();
                json.writeStringField("barcode", ticket.barcode());
                json.writeStringField("seat", ticket.seat().orElse(null));
                json.writeEndObject();
            }
            json.writeEndArray();
            writeRemaining(json, remaining);
        });
    }

    static ResponseJson cancelled(Remaining remaining) {
        return write(OK, json -> writeRemaining(json, remaining));
    }

    static ResponseJson conflict(String error) {
        return write(CONFLICT, json -> json.writeStringField("error", error));
    }

    static ResponseJson conflict(String error, Remaining remaining) {
        return write(CONFLICT, json -> {
            json.writeStringField("error", error);
            writeRemaining(json, remaining);
        });
    }

    static ResponseJson refused() {
        return write(UNPROCESSABLE, json -> json.writeStringField("error", "refused"));
    }

    DeskResponse toDeskResponse(DeskOutcome outcome) {
        return new DeskResponse(status, body, outcome);
    }

    private static void writeRemaining(JsonGenerator json, Remaining remaining) throws IOException {
        OptionalLong count = remaining.count();
        if (count.isPresent()) {
            json.writeNumberField("remainingQuantity", count.getAsLong());
        } else {
            json.writeNullField("remainingQuantity");
        }
    }

    private static ResponseJson write(int status, WireJson.Content fields) {
        return new ResponseJson(status, WireJson.ascii(json -> {
            json.writeStartObject();
            fields.writeTo(json);
            json.writeEndObject();
        }));
    }
}
