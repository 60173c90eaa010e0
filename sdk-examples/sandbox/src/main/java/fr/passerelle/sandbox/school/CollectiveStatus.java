package fr.passerelle.sandbox.school;

import static fr.passerelle.sandbox.school.CollectiveAction.ARCHIVE;
import static fr.passerelle.sandbox.school.CollectiveAction.CANCEL_BOOKING;
import static fr.passerelle.sandbox.school.CollectiveAction.EDIT_DATES;
import static fr.passerelle.sandbox.school.CollectiveAction.EDIT_DETAILS;
import static fr.passerelle.sandbox.school.CollectiveAction.EDIT_DISCOUNT;
import static fr.passerelle.sandbox.school.CollectiveAction.EDIT_INSTITUTION;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The displayed status of a collective offer, with what it allows (reference, section 8.4). */
public enum CollectiveStatus {
    DRAFT(EDIT_DETAILS, EDIT_DATES, EDIT_INSTITUTION, EDIT_DISCOUNT, ARCHIVE),
    UNDER_REVIEW,
    REJECTED(ARCHIVE),
    PUBLISHED(EDIT_DETAILS, EDIT_DATES, EDIT_DISCOUNT, ARCHIVE),
    HIDDEN,
    PREBOOKED(EDIT_DETAILS, EDIT_DATES, EDIT_DISCOUNT, CANCEL_BOOKING),
    BOOKED(EDIT_DISCOUNT, CANCEL_BOOKING),
    EXPIRED(EDIT_DATES, ARCHIVE),
    /** The two actions end 48 hours after the end: see {@link CollectiveOffer#allows}. */
    ENDED(EDIT_DISCOUNT, CANCEL_BOOKING),
    REIMBURSED(ARCHIVE),
    CANCELLED(ARCHIVE),
    ARCHIVED;

    private final Set<CollectiveAction> actions;

    CollectiveStatus(CollectiveAction... actions) {
        this.actions = Set.of(actions);
    }

    boolean allows(CollectiveAction action) {
        return actions.contains(action);
    }

    public static List<String> names() {
        return Arrays.stream(values()).map(Enum::name).toList();
    }
}
