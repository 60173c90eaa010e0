package fr.passerelle.model.booking;

import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.ResponseStyle;
import java.time.Instant;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Which bookings to list (reference operation 33). An offer or a venue is required; the rest narrows it down. */
@Value.Immutable
@ResponseStyle
public abstract class BookingFilter {

    /** Only those of this offer. */
    public abstract @Nullable Long offerId();

    /** Only those of this venue. */
    public abstract @Nullable Long venueId();

    /** Only those of this date or stock. */
    public abstract @Nullable Long stockId();

    /** Only those of the offer that owns this price category, whatever their own price. */
    public abstract @Nullable Long priceCategoryId();

    /** Only those in this state. */
    public abstract @Nullable BookingStatus status();

    /** Only those of dates that begin exactly then. */
    public abstract @Nullable Instant beginning();

    /** Every booking of one offer. */
    public static BookingFilter ofOffer(long offerId) {
        return builder().offerId(offerId).build();
    }

    /** Every booking of one venue. */
    public static BookingFilter ofVenue(long venueId) {
        return builder().venueId(venueId).build();
    }

    BookingFilter() {} // only the generated class extends it

    /** Starts a filter. */
    public static Builder builder() {
        return new Builder();
    }

    @Value.Check
    protected void check() {
        new RuleCheck()
                .require(
                        offerId() != null || venueId() != null, "offerId", RuleCode.ONE_OF_REQUIRED, "offerId, venueId")
                .raise();
    }

    /** Builds a filter; {@code build()} throws {@link RuleViolationException} without an offer or a venue. */
    public static final class Builder extends ImmutableBookingFilter.Builder {
        Builder() {}
    }
}
