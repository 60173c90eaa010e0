package fr.passerelle.catalogue;

/**
 * What becomes of a date, or of a whole event, that is at the programme and not wanted. Only what has not begun is ever
 * removed, and only what carries an id of the vendor's. For products: {@link OwnProductSync} and {@link ProductSync}.
 */
public enum Removal {

    /** Nothing is removed; the plan tells what would be. */
    KEEP,

    /**
     * The default: no booking is touched. A date without bookings is deleted. One with bookings is closed, that is,
     * sells nothing more, and its bookings are kept and told. An event that is gone or cancelled is hidden as well.
     */
    WITHDRAW_UNBOOKED,

    /**
     * Every date is deleted, which cancels its bookings, used ones and those made since the plan included. The
     * beneficiaries are told by the programme; the vendor's cancellation URL is <em>not</em> called (partner-api
     * operation 24).
     */
    CANCEL_BOOKED
}
