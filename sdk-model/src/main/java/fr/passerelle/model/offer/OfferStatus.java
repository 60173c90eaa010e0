package fr.passerelle.model.offer;

import com.fasterxml.jackson.annotation.JsonCreator;
import fr.passerelle.model.value.OpenEnum;
import java.util.List;

/**
 * The state of an offer, computed by the server (reference operation 14).
 *
 * <p>A new event is a {@link #DRAFT} until its first date exists. {@link #PENDING} and {@link #REJECTED} come from the
 * programme's review; {@link #INACTIVE} has no publication date, {@link #SCHEDULED} will be published later,
 * {@link #PUBLISHED} is visible but not bookable yet.
 */
public final class OfferStatus extends OpenEnum {

    private static final Constants<OfferStatus> WORDS = new Constants<>(OfferStatus::new);

    public static final OfferStatus DRAFT = WORDS.known("DRAFT");
    public static final OfferStatus PENDING = WORDS.known("PENDING");
    public static final OfferStatus REJECTED = WORDS.known("REJECTED");
    public static final OfferStatus INACTIVE = WORDS.known("INACTIVE");
    public static final OfferStatus SCHEDULED = WORDS.known("SCHEDULED");
    public static final OfferStatus PUBLISHED = WORDS.known("PUBLISHED");
    public static final OfferStatus ACTIVE = WORDS.known("ACTIVE");
    public static final OfferStatus SOLD_OUT = WORDS.known("SOLD_OUT");
    public static final OfferStatus EXPIRED = WORDS.known("EXPIRED");

    private OfferStatus(String value, boolean known) {
        super(value, known);
    }

    /** The constant of this word, or the word kept as unknown. */
    @JsonCreator
    public static OfferStatus of(String value) {
        return WORDS.of(value);
    }

    /** Every word known today. */
    public static List<OfferStatus> values() {
        return WORDS.all();
    }
}
