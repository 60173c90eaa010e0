package fr.passerelle.model.collective;

import com.fasterxml.jackson.annotation.JsonCreator;
import fr.passerelle.model.value.OpenEnum;
import java.util.List;

/** The state of a school booking (reference 8.4). */
public final class CollectiveBookingStatus extends OpenEnum {

    private static final Constants<CollectiveBookingStatus> WORDS = new Constants<>(CollectiveBookingStatus::new);

    /** A teacher booked; the head of the school has not confirmed. */
    public static final CollectiveBookingStatus PENDING = WORDS.known("PENDING");

    /** The head of the school confirmed. */
    public static final CollectiveBookingStatus CONFIRMED = WORDS.known("CONFIRMED");

    /** It took place; bookings become so by themselves 48 h after the end. */
    public static final CollectiveBookingStatus USED = WORDS.known("USED");

    /** It took place and is paid. */
    public static final CollectiveBookingStatus REIMBURSED = WORDS.known("REIMBURSED");

    /** Cancelled by the school, the vendor or time. */
    public static final CollectiveBookingStatus CANCELLED = WORDS.known("CANCELLED");

    private CollectiveBookingStatus(String value, boolean known) {
        super(value, known);
    }

    /** The constant of this word, or the word kept as unknown. */
    @JsonCreator
    public static CollectiveBookingStatus of(String value) {
        return WORDS.of(value);
    }

    /** Every word known today. */
    public static List<CollectiveBookingStatus> values() {
        return WORDS.all();
    }
}
