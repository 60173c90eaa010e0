package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonCreator;
import fr.passerelle.model.value.OpenEnum;
import java.util.List;

/** The state of an allocation (invitations 3). */
public final class AllocationStatus extends OpenEnum {

    private static final Constants<AllocationStatus> WORDS = new Constants<>(AllocationStatus::new);

    /** Promised until the moment of its {@code confirmBefore}. */
    public static final AllocationStatus OFFERED = WORDS.known("OFFERED");

    /** The structure wants the places; they wait for its bookings. */
    public static final AllocationStatus CONFIRMED = WORDS.known("CONFIRMED");

    /** Every place is booked or given back. Nothing leads out of it. */
    public static final AllocationStatus SPENT = WORDS.known("SPENT");

    /** The structure does not want the places. Nothing leads out of it. */
    public static final AllocationStatus DECLINED = WORDS.known("DECLINED");

    /** Nobody confirmed in time. Nothing leads out of it. */
    public static final AllocationStatus EXPIRED = WORDS.known("EXPIRED");

    /** The session does not take place. Nothing leads out of it. */
    public static final AllocationStatus CANCELLED = WORDS.known("CANCELLED");

    private AllocationStatus(String value, boolean known) {
        super(value, known);
    }

    /** The constant of this word, or the word kept as unknown. */
    @JsonCreator
    public static AllocationStatus of(String value) {
        return WORDS.of(value);
    }

    /** Every state known today. */
    public static List<AllocationStatus> values() {
        return WORDS.all();
    }
}
