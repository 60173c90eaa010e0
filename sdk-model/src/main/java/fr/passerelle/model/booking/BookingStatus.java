package fr.passerelle.model.booking;

import com.fasterxml.jackson.annotation.JsonCreator;
import fr.passerelle.model.value.OpenEnum;
import java.util.List;

/** The state of a booking (reference 7.1); {@link BookingAction} says how it changes. */
public final class BookingStatus extends OpenEnum {

    private static final Constants<BookingStatus> WORDS = new Constants<>(BookingStatus::new);

    /** Booked, not used yet. */
    public static final BookingStatus CONFIRMED = WORDS.known("CONFIRMED");

    /** The beneficiary was admitted, or got the goods. Events become so by themselves 48 h after their start. */
    public static final BookingStatus USED = WORDS.known("USED");

    /** Cancelled by the beneficiary, the vendor or time. Nothing leads out of it. */
    public static final BookingStatus CANCELLED = WORDS.known("CANCELLED");

    /** Used and paid to the venue. Nothing leads out of it. */
    public static final BookingStatus REIMBURSED = WORDS.known("REIMBURSED");

    private BookingStatus(String value, boolean known) {
        super(value, known);
    }

    /** The constant of this word, or the word kept as unknown. */
    @JsonCreator
    public static BookingStatus of(String value) {
        return WORDS.of(value);
    }

    /** Every state known today. */
    public static List<BookingStatus> values() {
        return WORDS.all();
    }
}
