package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonCreator;
import fr.passerelle.model.value.OpenEnum;
import java.util.List;

/** The state of a booking of donated places (invitations 3). */
public final class InvitationBookingStatus extends OpenEnum {

    private static final Constants<InvitationBookingStatus> WORDS = new Constants<>(InvitationBookingStatus::new);

    /** Waits for the donor. */
    public static final InvitationBookingStatus REQUESTED = WORDS.known("REQUESTED");

    /** The places are the structure's; its vouchers are issued. */
    public static final InvitationBookingStatus CONFIRMED = WORDS.known("CONFIRMED");

    /** The donor said no. Nothing leads out of it. */
    public static final InvitationBookingStatus REFUSED = WORDS.known("REFUSED");

    /** The structure gave every place back. Nothing leads out of it. */
    public static final InvitationBookingStatus RELEASED = WORDS.known("RELEASED");

    /** The session does not take place. Nothing leads out of it. */
    public static final InvitationBookingStatus CANCELLED = WORDS.known("CANCELLED");

    /** Everybody came. Nothing leads out of it. */
    public static final InvitationBookingStatus ATTENDED = WORDS.known("ATTENDED");

    /** Some came. Nothing leads out of it. */
    public static final InvitationBookingStatus PARTLY_ATTENDED = WORDS.known("PARTLY_ATTENDED");

    /** Nobody came. Nothing leads out of it. */
    public static final InvitationBookingStatus MISSED = WORDS.known("MISSED");

    private InvitationBookingStatus(String value, boolean known) {
        super(value, known);
    }

    /** The constant of this word, or the word kept as unknown. */
    @JsonCreator
    public static InvitationBookingStatus of(String value) {
        return WORDS.of(value);
    }

    /** Every state known today. */
    public static List<InvitationBookingStatus> values() {
        return WORDS.all();
    }
}
