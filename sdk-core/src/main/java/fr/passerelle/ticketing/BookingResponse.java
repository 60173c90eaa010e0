package fr.passerelle.ticketing;

import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Remaining;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A vendor's response to a booking: the four that the server understands (reference 9.4), and no other. */
public final class BookingResponse {

    private final ResponseJson json;
    private final DeskOutcome outcome;
    private final List<Ticket> tickets;
    private final Remaining remaining;

    private BookingResponse(ResponseJson json, DeskOutcome outcome, List<Ticket> tickets, Remaining remaining) {
        this.json = json;
        this.outcome = outcome;
        this.tickets = tickets;
        this.remaining = remaining;
    }

    private static BookingResponse nothing(ResponseJson json, DeskOutcome outcome) {
        return new BookingResponse(json, outcome, List.of(), Remaining.unlimited());
    }

    /**
     * Sold.
     *
     * @param remaining what the vendor can still sell after these tickets; the programme's figure follows it
     * @param tickets as many as places were booked
     * @throws RuleViolationException without a ticket
     */
    public static BookingResponse tickets(Remaining remaining, Ticket... tickets) {
        return tickets(remaining, List.of(tickets));
    }

    /**
     * Sold.
     *
     * @param remaining what the vendor can still sell after these tickets; the programme's figure follows it
     * @param tickets as many as places were booked
     * @throws RuleViolationException without a ticket
     */
    public static BookingResponse tickets(Remaining remaining, List<Ticket> tickets) {
        new RuleCheck()
                .require(!tickets.isEmpty(), "tickets", RuleCode.REQUIRED)
                .raise();
        return new BookingResponse(
                ResponseJson.tickets(tickets, remaining), DeskOutcome.SOLD, List.copyOf(tickets), remaining);
    }

    /** Nothing is left: the programme stops selling this date. */
    public static BookingResponse soldOut() {
        return nothing(ResponseJson.conflict("sold_out"), DeskOutcome.SOLD_OUT);
    }

    /**
     * Fewer places are left than were asked for: the programme corrects its figure.
     *
     * @param remaining how many are left, 0 or more
     * @throws RuleViolationException if negative
     */
    public static BookingResponse notEnoughSeats(long remaining) {
        return nothing(
                ResponseJson.conflict("not_enough_seats", Remaining.of(remaining)), DeskOutcome.NOT_ENOUGH_SEATS);
    }

    /** Not booked, for a reason that changes nothing in what is left. */
    public static BookingResponse refused() {
        return nothing(ResponseJson.refused(), DeskOutcome.BOOKING_REFUSED);
    }

    /** The tickets sold; empty in every response but that one. */
    public List<Ticket> tickets() {
        return tickets;
    }

    /** What was told with the tickets; says nothing in a response without tickets. */
    Remaining remaining() {
        return remaining;
    }

    DeskResponse toDeskResponse() {
        return json.toDeskResponse(outcome);
    }

    /** The refusal that stands for it where tickets are not as many as places: the server would lose them (9.4). */
    DeskResponse toDeskResponseTo(BookingMessage message) {
        return toDeskResponseTo(message, outcome);
    }

    /** As above, for tickets that were sold before. */
    DeskResponse toRedeliveryOf(BookingMessage message) {
        return toDeskResponseTo(message, DeskOutcome.REDELIVERED);
    }

    private DeskResponse toDeskResponseTo(BookingMessage message, DeskOutcome told) {
        return tickets.size() == message.quantity()
                ? json.toDeskResponse(told)
                : DeskOutcome.TICKETS_NOT_PLACES.response();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BookingResponse that && json.equals(that.json);
    }

    @Override
    public int hashCode() {
        return Objects.hash(json);
    }

    /** The status and the number of tickets, not their barcodes. */
    @Override
    public String toString() {
        return "BookingResponse{" + json.status() + ", tickets=" + tickets.size() + "}";
    }
}
