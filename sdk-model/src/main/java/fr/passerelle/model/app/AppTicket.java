package fr.passerelle.model.app;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Countermark;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lets somebody in, or opens a digital offer. Whoever has it can use the booking, so only {@link #display()} shows
 * in {@code toString}.
 *
 * @param display how the app shows it
 * @param token the countermark; null if the vendor issues the tickets
 * @param activationCode for a digital offer; null for any other
 * @param externalBooking the vendor's tickets; null if the programme issues the countermark
 */
public record AppTicket(
        @JsonProperty(required = true) TicketDisplay display,
        @Nullable Token token,
        @Nullable ActivationCode activationCode,
        @Nullable ExternalBooking externalBooking) {

    private static final String REDACTED = "[redacted]";

    /**
     * A countermark as it travels.
     *
     * @param data null as long as it is not shown
     */
    public record Token(@Nullable String data) {
        @Override
        public String toString() {
            return "Token" + REDACTED;
        }
    }

    /**
     * A code for a digital offer.
     *
     * @param code what to type in
     */
    public record ActivationCode(
            @JsonProperty(required = true) String code) {
        @Override
        public String toString() {
            return "ActivationCode" + REDACTED;
        }
    }

    /**
     * The vendor's tickets, as they travel.
     *
     * @param data null until 48 h before the event
     */
    public record ExternalBooking(@Nullable List<Seat> data) {
        public ExternalBooking {
            data = data == null ? null : List.copyOf(data);
        }
    }

    /**
     * One ticket of the vendor.
     *
     * @param barcode what is scanned at the door
     * @param seat where to sit; null without numbered seats
     */
    public record Seat(
            @JsonProperty(required = true) String barcode,
            @Nullable String seat) {
        @Override
        public String toString() {
            return "Seat" + REDACTED;
        }
    }

    /**
     * The countermark; null if the vendor issues the tickets, and if what the programme sent in its place is none:
     * {@link #token()} has it as it came.
     */
    public @Nullable Countermark countermark() {
        if (token == null || token.data == null) {
            return null;
        }
        try {
            return Countermark.of(token.data);
        } catch (RuleViolationException noCountermark) {
            return null;
        }
    }

    /** The vendor's tickets; empty if the programme issues the countermark, and until 48 h before the event. */
    public List<Seat> seats() {
        return externalBooking == null || externalBooking.data == null ? List.of() : externalBooking.data;
    }

    @Override
    public String toString() {
        return "AppTicket[display=" + display + "]";
    }
}
