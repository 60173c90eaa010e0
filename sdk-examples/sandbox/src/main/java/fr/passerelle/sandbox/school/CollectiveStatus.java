package fr.passerelle.sandbox.school;

import static fr.passerelle.sandbox.school.CollectiveAction.ARCHIVE;
import static fr.passerelle.sandbox.school.CollectiveAction.CANCEL_BOOKING;
import static fr.passerelle.sandbox.school.CollectiveAction.EDIT_DATES;
import static fr.passerelle.sandbox.school.CollectiveAction.EDIT_DETAILS;
import static fr.passerelle.sandbox.school.CollectiveAction.EDIT_DISCOUNT;
import static fr.passerelle.sandbox.school.CollectiveAction.EDIT_INSTITUTION;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The displayed status of a collective offer (reference, section 8.4). */
public enum CollectiveStatus {
    DRAFT,
    UNDER_REVIEW,
    REJECTED,
    PUBLISHED,
    HIDDEN,
    PREBOOKED,
    BOOKED,
    EXPIRED,
    ENDED,
    REIMBURSED,
    CANCELLED,
    ARCHIVED;

    /**
     * What each status allows; the others allow nothing. What ENDED allows ends too: {@link CollectiveOffer#allows}.
     */
    private static final Map<CollectiveStatus, Set<CollectiveAction>> ALLOWED = Map.ofEntries(
            Map.entry(DRAFT, Set.of(EDIT_DETAILS, EDIT_DATES, EDIT_INSTITUTION, EDIT_DISCOUNT, ARCHIVE)),
            Map.entry(PUBLISHED, Set.of(EDIT_DETAILS, EDIT_DATES, EDIT_DISCOUNT, ARCHIVE)),
            Map.entry(PREBOOKED, Set.of(EDIT_DETAILS, EDIT_DATES, EDIT_DISCOUNT, CANCEL_BOOKING)),
            Map.entry(BOOKED, Set.of(EDIT_DISCOUNT, CANCEL_BOOKING)),
            Map.entry(EXPIRED, Set.of(EDIT_DATES, ARCHIVE)),
            Map.entry(ENDED, Set.of(EDIT_DISCOUNT, CANCEL_BOOKING)),
            Map.entry(REIMBURSED, Set.of(ARCHIVE)),
            Map.entry(CANCELLED, Set.of(ARCHIVE)),
            Map.entry(REJECTED, Set.of(ARCHIVE)));

    boolean allows(CollectiveAction action) {
        return ALLOWED.getOrDefault(this, Set.of()).contains(action);
    }

    public static List<String> names() {
        return Arrays.stream(values()).map(Enum::name).toList();
    }
}
