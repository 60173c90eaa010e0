package fr.passerelle.sandbox.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A booking of one or two places of a stock. */
public final class Booking {

    /** Where a booking stands. */
    public enum Status {
        CONFIRMED,
        USED,
        CANCELLED,
        REIMBURSED
    }

    /** A ticket issued by the vendor for this booking. */
    public record Ticket(String barcode, @Nullable String seat) {}

    public final long id;
    public final Beneficiary beneficiary;
    public final Stock stock;
    public final int quantity;

    /** Unit price at the moment of the booking, in euro cents. */
    public final int price;

    public final Instant created;

    /** The countermark. Never logged. */
    public final String token;

    public final List<Ticket> tickets = new ArrayList<>();
    public Status status = Status.CONFIRMED;

    /** Whether it was paid with the beneficiary's credit; the control plane's bookings are not. */
    public boolean charged;

    /** From when the user can no longer cancel; null for products. */
    public @Nullable Instant cancellationLimit;

    public @Nullable Instant used;
    public @Nullable Instant cancelled;
    public @Nullable String cancellationReason;
    public @Nullable String activationCode;

    public Booking(
            long id, Beneficiary beneficiary, Stock stock, int quantity, int price, Instant created, String token) {
        this.id = id;
        this.beneficiary = beneficiary;
        this.stock = stock;
        this.quantity = quantity;
        this.price = price;
        this.created = created;
        this.token = token;
    }

    @Override
    public String toString() {
        return "Booking " + id;
    }
}
