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
record AnswerJson(int status, String body) {

    private static final int OK = 200;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    static AnswerJson tickets(List<Ticket> tickets, Remaining remaining) {
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

    static AnswerJson cancelled(Remaining remaining) {
        return write(OK, json -> writeRemaining(json, remaining));
    }

    static AnswerJson conflict(String error) {
        return write(CONFLICT, json -> json.writeStringField("error", error));
    }

    static AnswerJson conflict(String error, Remaining remaining) {
        return write(CONFLICT, json -> {
            json.writeStringField("error", error);
            writeRemaining(json, remaining);
        });
    }

    static AnswerJson refused() {
        return write(UNPROCESSABLE, json -> json.writeStringField("error", "refused"));
    }

    DeskAnswer toDeskAnswer() {
        return new DeskAnswer(status, body, DeskOutcome.ANSWERED);
    }

    private static void writeRemaining(JsonGenerator json, Remaining remaining) throws IOException {
        OptionalLong count = remaining.count();
        if (count.isPresent()) {
            json.writeNumberField("remainingQuantity", count.getAsLong());
        } else {
            json.writeNullField("remainingQuantity");
        }
    }

    private static AnswerJson write(int status, WireJson.Content fields) {
        return new AnswerJson(status, WireJson.ascii(json -> {
            json.writeStartObject();
            fields.writeTo(json);
            json.writeEndObject();
        }));
    }
}
