package fr.passerelle.model.collective;

import com.fasterxml.jackson.annotation.JsonCreator;
import fr.passerelle.model.value.OpenEnum;
import java.util.List;

/**
 * The state of a collective offer, computed by the server (reference 8.4); {@link CollectiveAction} says what it
 * allows.
 */
public final class CollectiveOfferStatus extends OpenEnum {

    private static final Constants<CollectiveOfferStatus> WORDS = new Constants<>(CollectiveOfferStatus::new);

    /** Not finished; never seen for offers made by API. */
    public static final CollectiveOfferStatus DRAFT = WORDS.known("DRAFT");

    /** The programme is looking at it. */
    public static final CollectiveOfferStatus UNDER_REVIEW = WORDS.known("UNDER_REVIEW");

    /** The programme refused it. */
    public static final CollectiveOfferStatus REJECTED = WORDS.known("REJECTED");

    /** Schools can book it. */
    public static final CollectiveOfferStatus PUBLISHED = WORDS.known("PUBLISHED");

    /** Approved, but switched off. */
    public static final CollectiveOfferStatus HIDDEN = WORDS.known("HIDDEN");

    /** A teacher booked it; the head of the school has not confirmed. */
    public static final CollectiveOfferStatus PREBOOKED = WORDS.known("PREBOOKED");

    /** The head of the school confirmed. */
    public static final CollectiveOfferStatus BOOKED = WORDS.known("BOOKED");

    /** The booking limit passed without a confirmed booking. */
    public static final CollectiveOfferStatus EXPIRED = WORDS.known("EXPIRED");

    /** It took place. */
    public static final CollectiveOfferStatus ENDED = WORDS.known("ENDED");

    /** It took place and is paid. */
    public static final CollectiveOfferStatus REIMBURSED = WORDS.known("REIMBURSED");

    /** Its booking was cancelled, or it was not booked before its start. */
    public static final CollectiveOfferStatus CANCELLED = WORDS.known("CANCELLED");

    /** Put away by the vendor. */
    public static final CollectiveOfferStatus ARCHIVED = WORDS.known("ARCHIVED");

    private CollectiveOfferStatus(String value, boolean known) {
        super(value, known);
    }

    /** The constant of this word, or the word kept as unknown. */
    @JsonCreator
    public static CollectiveOfferStatus of(String value) {
        return WORDS.of(value);
    }

    /** Every word known today. */
    public static List<CollectiveOfferStatus> values() {
        return WORDS.all();
    }
}
