package fr.passerelle.sandbox.school;

/** What can be done to a collective offer, as far as its status decides (reference, section 8.4). */
public enum CollectiveAction {
    EDIT_DETAILS,
    EDIT_DATES,
    EDIT_INSTITUTION,
    EDIT_DISCOUNT,
    CANCEL_BOOKING,
    ARCHIVE
}
