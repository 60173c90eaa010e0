package fr.passerelle.sandbox.control;

import static fr.passerelle.sandbox.school.CollectiveBooking.Status.CONFIRMED;
import static fr.passerelle.sandbox.school.CollectiveBooking.Status.PENDING;
import static fr.passerelle.sandbox.school.CollectiveBooking.Status.REIMBURSED;
import static fr.passerelle.sandbox.school.CollectiveBooking.Status.USED;

import fr.passerelle.sandbox.school.CollectiveBooking;
import fr.passerelle.sandbox.school.CollectiveOffer;
import fr.passerelle.sandbox.school.CollectiveStatus;
import fr.passerelle.sandbox.state.Offer.Validation;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What makes a new collective offer show a status at once.
 *
 * @param start days from now to the start
 * @param limit days from now to the booking limit; null is an hour before the start
 * @param booking the status of its one booking; null is no booking
 */
record CollectivePreset(
        int start,
        @Nullable Integer limit,
        CollectiveBooking.@Nullable Status booking,
        Validation validation,
        boolean active,
        boolean archived) {

    private static final CollectivePreset PUBLISHED = in(10, null, null);

    private static final Map<CollectiveStatus, CollectivePreset> BY_STATUS = new EnumMap<>(Map.ofEntries(
            Map.entry(CollectiveStatus.DRAFT, PUBLISHED.reviewed(Validation.DRAFT)),
            Map.entry(CollectiveStatus.UNDER_REVIEW, PUBLISHED.reviewed(Validation.PENDING)),
            Map.entry(CollectiveStatus.REJECTED, PUBLISHED.reviewed(Validation.REJECTED)),
            Map.entry(CollectiveStatus.PUBLISHED, PUBLISHED),
            Map.entry(CollectiveStatus.HIDDEN, PUBLISHED.withFlags(false, false)),
            Map.entry(CollectiveStatus.ARCHIVED, PUBLISHED.withFlags(true, true)),
            Map.entry(CollectiveStatus.PREBOOKED, in(1, null, PENDING)),
            Map.entry(CollectiveStatus.BOOKED, in(1, null, CONFIRMED)),
            Map.entry(CollectiveStatus.EXPIRED, in(1, -1, PENDING)),
            Map.entry(CollectiveStatus.ENDED, in(-3, null, USED)),
            Map.entry(CollectiveStatus.REIMBURSED, in(-1, null, REIMBURSED)),
            Map.entry(CollectiveStatus.CANCELLED, in(-4, null, null))));

    /** The preset of a status; null is nothing special. */
    static CollectivePreset of(@Nullable String status) {
        return status == null ? PUBLISHED : BY_STATUS.getOrDefault(CollectiveStatus.valueOf(status), PUBLISHED);
    }

    private static CollectivePreset in(int days, @Nullable Integer limit, CollectiveBooking.@Nullable Status booking) {
        return new CollectivePreset(days, limit, booking, Validation.APPROVED, true, false);
    }

    private CollectivePreset reviewed(Validation outcome) {
        return new CollectivePreset(start, limit, booking, outcome, active, archived);
    }

    private CollectivePreset withFlags(boolean shown, boolean shelved) {
        return new CollectivePreset(start, limit, booking, validation, shown, shelved);
    }

    Instant startFrom(Instant now) {
        return now.plus(Duration.ofDays(start));
    }

    /** The booking limit of an offer that starts at {@code actualStart}. */
    Instant limitFrom(Instant now, Instant actualStart) {
        return limit == null ? actualStart.minus(Duration.ofHours(1)) : now.plus(Duration.ofDays(limit));
    }

    void applyFlags(CollectiveOffer offer) {
        offer.validation = validation;
        offer.active = active;
        offer.archived = archived;
    }
}
