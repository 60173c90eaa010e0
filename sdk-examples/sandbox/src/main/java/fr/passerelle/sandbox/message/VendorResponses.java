package fr.passerelle.sandbox.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import fr.passerelle.sandbox.message.BookingReply.Ticket;
import fr.passerelle.sandbox.message.VendorReply.Responded;
import fr.passerelle.sandbox.message.VendorReply.TimedOut;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads vendors' answers as leniently, and as strictly, as the programme does (reference 9.4 and 9.5). */
public final class VendorResponses {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern INTEGER = Pattern.compile("\\s*[+-]?\\d{1,18}\\s*");
    private static final int LONGEST_TEXT = 100;
    private static final int CONFLICT = 409;

    private VendorResponses() {}

    /**
     * The meaning of a response to a booking message. A lost connection is a refusal; only a timeout goes unhandled.
     *
     * @param reply what came back
     */
    public static BookingReply toBooking(VendorReply reply) {
        if (reply instanceof TimedOut) {
            return new BookingReply.Unhandled();
        }
        if (!(reply instanceof Responded response)) {
            return new BookingReply.Refused();
        }
        var body = parse(response.body());
        if (response.status() == CONFLICT) {
            return bookingConflict(body);
        }
        return response.status() < 400 ? tickets(body) : new BookingReply.Refused();
    }

    /**
     * The meaning of a response to a cancellation message.
     *
     * @param reply what came back
     */
    public static CancellationReply toCancellation(VendorReply reply) {
        if (!(reply instanceof Responded response)) {
            return new CancellationReply.Failed();
        }
        var body = parse(response.body());
        if (response.status() / 100 == 2) {
            var remaining = body.isObject() ? remaining(body) : Optional.<RemainingSeats>empty();
            if (remaining.isPresent() && remaining.get() instanceof RemainingSeats.Seats left && left.seats() < 0) {
                return new CancellationReply.Unhandled();
            }
            return new CancellationReply.Cancelled(remaining.orElseGet(RemainingSeats.Untouched::new), false);
        }
        return response.status() == CONFLICT ? cancellationConflict(body) : new CancellationReply.Failed();
    }

    private static BookingReply bookingConflict(JsonNode body) {
        return switch (body.path("error").asText()) {
            case "sold_out" -> new BookingReply.SoldOut();
            case "not_enough_seats" ->
                notNegative(body).orElse(null) instanceof RemainingSeats.Seats left
                        ? new BookingReply.NotEnoughSeats(left.seats())
                        : new BookingReply.Refused();
            case "already_cancelled" -> new BookingReply.Unhandled();
            default -> new BookingReply.Refused();
        };
    }

    private static CancellationReply cancellationConflict(JsonNode body) {
        return switch (body.path("error").asText()) {
            case "already_cancelled" ->
                notNegative(body)
                        .<CancellationReply>map(left -> new CancellationReply.Cancelled(left, true))
                        .orElseGet(CancellationReply.Failed::new);
            case "sold_out" -> new CancellationReply.Unhandled();
            default -> new CancellationReply.Failed();
        };
    }

    private static BookingReply tickets(JsonNode body) {
        var remaining = remaining(body);
        if (!body.path("tickets").isArray() || remaining.isEmpty()) {
            return new BookingReply.Refused();
        }
        List<Ticket> tickets = new ArrayList<>();
        for (var item : body.path("tickets")) {
            var barcode = item.path("barcode");
            var seat = item.path("seat");
            boolean seatIsReadable = seat.isNull() || seat.isMissingNode() || isShortText(seat);
            if (!isShortText(barcode) || !seatIsReadable) {
                return new BookingReply.Refused();
            }
            tickets.add(new Ticket(barcode.asText(), isShortText(seat) ? seat.asText() : null));
        }
        return new BookingReply.Issued(List.copyOf(tickets), remaining.get());
    }

    private static boolean isShortText(JsonNode node) {
        return (node.isTextual() || node.isNumber()) && node.asText().length() <= LONGEST_TEXT;
    }

    /**
     * Null and absent mean unlimited; numbers and numeric text are a number, less than 0 too; anything else is nothing.
     */
    private static Optional<RemainingSeats> remaining(JsonNode body) {
        var node = body.path("remainingQuantity");
        if (node.isNull() || node.isMissingNode()) {
            return Optional.of(new RemainingSeats.Unlimited());
        }
        boolean numericText = node.isTextual() && INTEGER.matcher(node.asText()).matches();
        boolean readable = node.isNumber() || numericText;
        if (!readable) {
            return Optional.empty();
        }
        return Optional.of(new RemainingSeats.Seats(new BigDecimal(node.asText().strip()).longValue()));
    }

    /** The same, and nothing for less than 0. */
    private static Optional<RemainingSeats> notNegative(JsonNode body) {
        return remaining(body)
                .filter(remaining -> !(remaining instanceof RemainingSeats.Seats left && left.seats() < 0));
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
