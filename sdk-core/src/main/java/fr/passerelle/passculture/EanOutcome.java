package fr.passerelle.passculture;

import fr.passerelle.model.offer.EanRejection;
import java.util.Map;

/** What became of a product that was sent by its EAN. */
public enum EanOutcome {
    /** The venue's offer shows the price, the remaining pieces and the dates that were sent. */
    APPLIED,
    /** The programme's catalogue does not know the EAN. */
    UNKNOWN,
    /** It is neither a paper book nor a CD nor vinyl. */
    NOT_ALLOWED,
    /** The programme's terms of use exclude it. */
    NOT_COMPLIANT,
    /** It was refused for a reason that this version does not know. */
    REJECTED,
    /**
     * The time allowed is over, and the offer does not show what was sent. The server may still be at work, may have
     * dropped it, or somebody booked it between its application and our look: the product of the result tells.
     */
    PENDING,
    /** The call that was to carry it failed, and had no effect. */
    NOT_SENT;

    private static final Map<EanRejection, EanOutcome> BY_REJECTION = Map.of(
            EanRejection.NOT_FOUND, UNKNOWN,
            EanRejection.CATEGORY_NOT_ALLOWED, NOT_ALLOWED,
            EanRejection.NOT_COMPLIANT, NOT_COMPLIANT);

    /** What a rejection by {@link EanProducts#availability} means for a product that is sent. */
    public static EanOutcome of(EanRejection rejection) {
        return BY_REJECTION.getOrDefault(rejection, REJECTED);
    }
}
