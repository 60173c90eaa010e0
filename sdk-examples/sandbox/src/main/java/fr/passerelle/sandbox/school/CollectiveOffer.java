package fr.passerelle.sandbox.school;

import fr.passerelle.sandbox.state.Accessibility;
import fr.passerelle.sandbox.state.Offer;
import fr.passerelle.sandbox.state.Provider;
import fr.passerelle.sandbox.state.Venue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An offer to one school. */
public final class CollectiveOffer {

    /** An illustration with the name of its author. */
    public record Image(String url, @Nullable String credit) {}

    /** How long after the end the price may still be lowered and the booking cancelled. */
    private static final Duration GRACE = Duration.ofHours(48);

    public final long id;

    /** Who made it through the API; null when it was made by hand in the portal. */
    public final @Nullable Provider provider;

    public final Instant created;
    public final List<CollectiveBooking> bookings = new ArrayList<>();
    public Venue venue;
    public Offer.Validation validation = Offer.Validation.APPROVED;

    /** False is hidden. */
    public boolean active = true;

    public boolean archived;
    public String name;
    public String description = "";
    public List<String> formats = List.of();
    public List<Domain> domains = List.of();
    public List<StudentLevel> students = List.of();
    public List<String> bookingEmails = List.of();
    public List<String> interventionArea = List.of();
    public String contactEmail = "";
    public String contactPhone = "";
    public CollectiveLocation location = new CollectiveLocation.ToBeDefined(null);
    public Instant start;
    public Instant end;
    public Instant bookingLimit;
    public long tickets;
    public @Nullable String priceDetail;

    /** Takes over from {@link #priceDetail}. */
    public @Nullable String details;

    /** Adults who come along. */
    public long teachers;

    public @Nullable Long durationMinutes;
    public @Nullable Institution institution;
    public @Nullable NationalProgram program;
    public @Nullable Image image;
    public Accessibility accessibility = Accessibility.NONE;
    private BigDecimal servicePrice = BigDecimal.ZERO;
    private List<AdditionalFee> fees = List.of();

    CollectiveOffer(long id, Venue venue, @Nullable Provider provider, String name, Dates dates, Instant created) {
        this.id = id;
        this.venue = venue;
        this.provider = provider;
        this.name = name;
        this.start = dates.start();
        this.end = dates.end();
        this.bookingLimit = dates.bookingLimit();
        this.created = created;
    }

    /** When it takes place, and until when it can be booked. */
    public record Dates(Instant start, Instant end, Instant bookingLimit) {}

    /** Euros, for the whole class, fees included. */
    public BigDecimal price() {
        return fees.stream().map(AdditionalFee::amount).reduce(servicePrice, BigDecimal::add);
    }

    /** Euros, for the activity alone. */
    public BigDecimal servicePrice() {
        return servicePrice;
    }

    public List<AdditionalFee> fees() {
        return fees;
    }

    /** Sets the total, without fees; two decimals are kept. */
    public void price(BigDecimal euros) {
        price(euros.setScale(2, RoundingMode.HALF_UP), List.of());
    }

    /** Sets the price of the activity, in whole cents, and every fee. */
    public void price(BigDecimal service, List<AdditionalFee> additional) {
        servicePrice = service;
        fees = List.copyOf(additional);
    }

    /** The booking that decides the status, or null when there never was one. */
    public @Nullable CollectiveBooking lastBooking() {
        return bookings.isEmpty() ? null : bookings.get(bookings.size() - 1);
    }

    public boolean bookingLimitPassed(Instant now) {
        return !bookingLimit.isAfter(now);
    }

    public boolean started(Instant now) {
        return !start.isAfter(now);
    }

    /** The displayed status at a moment. */
    public CollectiveStatus status(Instant now) {
        if (archived) {
            return CollectiveStatus.ARCHIVED;
        }
        return switch (validation) {
            case DRAFT -> CollectiveStatus.DRAFT;
            case PENDING -> CollectiveStatus.UNDER_REVIEW;
            case REJECTED -> CollectiveStatus.REJECTED;
            case APPROVED -> active ? statusByBooking(now) : CollectiveStatus.HIDDEN;
        };
    }

    private CollectiveStatus statusByBooking(Instant now) {
        CollectiveBooking booking = lastBooking();
        if (booking == null) {
            return started(now)
                    ? CollectiveStatus.CANCELLED
                    : bookingLimitPassed(now) ? CollectiveStatus.EXPIRED : CollectiveStatus.PUBLISHED;
        }
        return switch (booking.status) {
            case PENDING -> bookingLimitPassed(now) ? CollectiveStatus.EXPIRED : CollectiveStatus.PREBOOKED;
            case CONFIRMED -> end.isAfter(now) ? CollectiveStatus.BOOKED : CollectiveStatus.ENDED;
            case USED -> CollectiveStatus.ENDED;
            case REIMBURSED -> CollectiveStatus.REIMBURSED;
            case CANCELLED ->
                booking.expired() && !started(now) ? CollectiveStatus.EXPIRED : CollectiveStatus.CANCELLED;
        };
    }

    /** Whether the status of the moment allows an action. */
    public boolean allows(CollectiveAction action, Instant now) {
        CollectiveStatus status = status(now);
        boolean longEnded = status == CollectiveStatus.ENDED && end.plus(GRACE).isBefore(now);
        return status.allows(action) && !longEnded;
    }

    /** Whether a school may book it: published, in time, and of a structure that is still open. */
    public boolean bookable(Instant now) {
        return status(now) == CollectiveStatus.PUBLISHED && !venue.offerer.closed;
    }

    /**
     * Makes its booking follow new dates: a booking that expired is pending again once the limit lies ahead, and the
     * limits of the live booking are those of the new dates (reference, section 8.4).
     *
     * @param startMoved whether a start was given, be it the same
     */
    public void datesChanged(boolean startMoved, Instant now) {
        CollectiveBooking booking = lastBooking();
        if (booking == null) {
            return;
        }
        if (booking.expired() && !bookingLimitPassed(now)) {
            booking.status = CollectiveBooking.Status.PENDING;
            booking.cancellationReason = null;
        }
        if (booking.live()) {
            booking.confirmationLimit = bookingLimit;
            if (startMoved) {
                booking.cancellationLimit = CollectiveBooking.cancellationLimit(start, now);
            }
        }
    }
}
