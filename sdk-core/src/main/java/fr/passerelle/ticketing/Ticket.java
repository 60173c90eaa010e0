package fr.passerelle.ticketing;

import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleViolationException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One place sold: what is read at the door, and where to sit if seats are numbered. */
public final class Ticket {

    /** Longest barcode and longest seat that the server stores, in characters (reference 9.4). */
    public static final int MAX_LENGTH = 100;

    private final String barcode;
    private final @Nullable String seat;

    private Ticket(String barcode, @Nullable String seat) {
        new RuleCheck()
                .text("barcode", barcode, 1, MAX_LENGTH)
                .text("seat", seat, 0, MAX_LENGTH)
                .raise();
        this.barcode = barcode;
        this.seat = seat;
    }

    /**
     * A place without a number.
     *
     * @param barcode 1 to 100 characters
     * @throws RuleViolationException if it is empty, longer or cannot be stored
     */
    public static Ticket of(String barcode) {
        return new Ticket(Objects.requireNonNull(barcode, "barcode"), null);
    }

    /**
     * A numbered seat.
     *
     * @param barcode 1 to 100 characters
     * @param seat at most 100 characters
     * @throws RuleViolationException if one is longer or cannot be stored, or the barcode is empty
     */
    public static Ticket of(String barcode, String seat) {
        return new Ticket(Objects.requireNonNull(barcode, "barcode"), Objects.requireNonNull(seat, "seat"));
    }

    /** What is read at the door. */
    public String barcode() {
        return barcode;
    }

    /** Where to sit. */
    public Optional<String> seat() {
        return Optional.ofNullable(seat);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Ticket that && barcode.equals(that.barcode) && Objects.equals(seat, that.seat);
    }

    @Override
    public int hashCode() {
        return Objects.hash(barcode, seat);
    }

    /** Without the barcode: who has it gets in. */
    @Override
    public String toString() {
        return "Ticket{seat=" + seat + "}";
    }
}
