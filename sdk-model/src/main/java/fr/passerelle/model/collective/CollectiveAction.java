package fr.passerelle.model.collective;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What a vendor can do with a collective offer, and which states let it: the table of reference 8.4 as code. A state
 * that the table does not name, also one that this version does not know, allows nothing.
 */
public enum CollectiveAction {
    /** Change what it is, where and for whom, or raise its price. */
    EDIT_DETAILS,
    /** Change its start, its end or its booking limit. */
    EDIT_DATES,
    /** Lower its price, or change the number of tickets or the explanation of the price. */
    EDIT_DISCOUNT,
    /** Change the school. */
    EDIT_INSTITUTION,
    /** Cancel its booking (operation 43). */
    CANCEL_BOOKING,
    /** Put it away (operation 42). */
    ARCHIVE;

    /** How long after its end an offer can still be corrected. */
    public static final Duration AFTER_END = Duration.ofHours(48);

    private static final Map<CollectiveOfferStatus, Set<CollectiveAction>> ALLOWED = Map.of(
            CollectiveOfferStatus.DRAFT, EnumSet.of(EDIT_DETAILS, EDIT_DATES, EDIT_DISCOUNT, EDIT_INSTITUTION, ARCHIVE),
            CollectiveOfferStatus.PUBLISHED, EnumSet.of(EDIT_DETAILS, EDIT_DATES, EDIT_DISCOUNT, ARCHIVE),
            CollectiveOfferStatus.PREBOOKED, EnumSet.of(EDIT_DETAILS, EDIT_DATES, EDIT_DISCOUNT, CANCEL_BOOKING),
            CollectiveOfferStatus.BOOKED, EnumSet.of(EDIT_DISCOUNT, CANCEL_BOOKING),
            CollectiveOfferStatus.EXPIRED, EnumSet.of(EDIT_DATES, ARCHIVE),
            CollectiveOfferStatus.ENDED, EnumSet.of(EDIT_DISCOUNT, CANCEL_BOOKING),
            CollectiveOfferStatus.REIMBURSED, EnumSet.of(ARCHIVE),
            CollectiveOfferStatus.CANCELLED, EnumSet.of(ARCHIVE),
            CollectiveOfferStatus.REJECTED, EnumSet.of(ARCHIVE));

    /**
     * Whether the action is allowed on an offer that the vendor made by API; offers made in the portal allow none.
     *
     * @param status the state of the offer
     * @param end when it ends or ended
     * @param at the moment of the action
     */
    public boolean allowed(CollectiveOfferStatus status, Instant end, Instant at) {
        boolean over = status.equals(CollectiveOfferStatus.ENDED) && !at.isBefore(end.plus(AFTER_END));
        return !over && ALLOWED.getOrDefault(status, Set.of()).contains(this);
    }
}
