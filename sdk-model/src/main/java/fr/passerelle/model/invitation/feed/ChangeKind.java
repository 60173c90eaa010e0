package fr.passerelle.model.invitation.feed;

import com.fasterxml.jackson.annotation.JsonCreator;
import fr.passerelle.model.value.OpenEnum;
import java.util.List;

/** What changed. */
public final class ChangeKind extends OpenEnum {

    private static final Constants<ChangeKind> WORDS = new Constants<>(ChangeKind::new);

    /** A session. */
    public static final ChangeKind SESSION = WORDS.known("session");

    /** An allotment. */
    public static final ChangeKind ALLOTMENT = WORDS.known("allotment");

    /** A hold. */
    public static final ChangeKind HOLD = WORDS.known("hold");

    /** A booking. */
    public static final ChangeKind BOOKING = WORDS.known("booking");

    /** Vouchers of a booking, whose id the change has. */
    public static final ChangeKind VOUCHER = WORDS.known("voucher");

    /** An allocation. */
    public static final ChangeKind ALLOCATION = WORDS.known("allocation");

    /** A place on a waiting list. */
    public static final ChangeKind WAITLIST = WORDS.known("waitlist");

    /** A call. */
    public static final ChangeKind CALL = WORDS.known("call");

    /** A pathway. */
    public static final ChangeKind PATHWAY = WORDS.known("pathway");

    /** A donor. */
    public static final ChangeKind DONOR = WORDS.known("donor");

    /** A structure. */
    public static final ChangeKind STRUCTURE = WORDS.known("structure");

    private ChangeKind(String value, boolean known) {
        super(value, known);
    }

    /** The constant of this word, or the word kept as unknown. */
    @JsonCreator
    public static ChangeKind of(String value) {
        return WORDS.of(value);
    }

    /** Every kind known today. */
    public static List<ChangeKind> values() {
        return WORDS.all();
    }
}
