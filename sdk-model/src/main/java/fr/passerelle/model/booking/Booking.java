package fr.passerelle.model.booking;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.value.Ean;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.ResponseStyle;
import java.time.Instant;
import java.time.LocalDate;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A booking as the server sends it (reference operation 33). It does not hold the countermark, which comes from the
 * beneficiary. What tells who the beneficiary is does not show in {@code toString}.
 */
@Value.Immutable
@ResponseStyle
@JsonSerialize(as = ImmutableBooking.class)
@JsonDeserialize(builder = Booking.Builder.class)
public interface Booking {

    /** The programme's number for it. */
    long id();

    /** Places: 1, or 2 for a duo. */
    int quantity();

    /** When it was made. */
    Instant creationDate();

    /**
     * When it becomes final: until then the beneficiary may cancel it and the countermark of an event cannot be used.
     * Null for products, which have no such limit.
     */
    @JsonProperty("confirmationDate")
    @Nullable
    Instant cancellationLimit();

    /** Price of one place. */
    @JsonProperty("price")
    Price unitPrice();

    /** Its state. */
    BookingStatus status();

    /** Which offer. */
    long offerId();

    /** Which date ({@code EventDate.id()}), or which stock of a product: the server has one word for both. */
    long stockId();

    /** Which price of the event; null for products. */
    @Nullable
    Long priceCategoryId();

    /** The label of that price. */
    @Nullable
    String priceCategoryLabel();

    /** The name of the offer; empty if the server does not say. */
    @JsonSetter(nulls = Nulls.SKIP)
    @Value.Default
    default String offerName() {
        return "";
    }

    /** The EAN of a product. */
    @Nullable
    Ean offerEan();

    /** Where the offer takes place. */
    @Nullable
    String offerAddress();

    /** The department of that place. */
    @Nullable
    String offerDepartmentCode();

    /** Which venue. */
    long venueId();

    /** The legal name of the venue; empty if the server does not say. */
    @JsonSetter(nulls = Nulls.SKIP)
    @Value.Default
    default String venueName() {
        return "";
    }

    /** Personal data; empty if the server does not say. */
    @Value.Redacted
    @JsonSetter(nulls = Nulls.SKIP)
    @Value.Default
    default String userEmail() {
        return "";
    }

    /** Personal data. */
    @Value.Redacted
    @Nullable
    String userPhoneNumber();

    /** Personal data. */
    @Value.Redacted
    @Nullable
    String userFirstName();

    /** Personal data. */
    @Value.Redacted
    @Nullable
    String userLastName();

    /** Personal data. */
    @Value.Redacted
    @Nullable
    LocalDate userBirthDate();

    /** Personal data. */
    @Value.Redacted
    @Nullable
    String userPostalCode();

    /** Price of all its places. */
    default Price totalPrice() {
        return unitPrice().times(quantity());
    }

    /** Whether it takes two places. */
    default boolean duo() {
        return quantity() == 2;
    }

    /** Whether it is booked and not used yet. */
    default boolean confirmed() {
        return status().equals(BookingStatus.CONFIRMED);
    }

    /** Whether the beneficiary was admitted. */
    default boolean used() {
        return status().equals(BookingStatus.USED);
    }

    /** Whether it is cancelled. */
    default boolean cancelled() {
        return status().equals(BookingStatus.CANCELLED);
    }

    /** Whether the countermark could be used at this moment, and why not (reference 7.2). */
    default Verdict mayBeUsed(Instant at) {
        return BookingAction.USE.judge(status(), cancellationLimit(), at);
    }

    /** Whether an admission could be taken back, and why not (reference 7.2). */
    default Verdict mayBeKept(Instant at) {
        return BookingAction.KEEP.judge(status(), cancellationLimit(), at);
    }

    /** Whether the vendor could cancel it at this moment, and why not (reference 7.2). */
    default Verdict mayBeCancelledByVendor(Instant at) {
        return BookingAction.CANCEL.judge(status(), cancellationLimit(), at);
    }

    /** Starts a booking, for tests of your own. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a booking. */
    final class Builder extends ImmutableBooking.Builder {
        Builder() {}

        /**
         * The booking.
         *
         * @throws IllegalStateException if a required field is missing
         * @throws ArithmeticException if its total price is more than a long holds, so that asking for it cannot fail
         */
        @Override
        public Booking build() {
            Booking booking = super.build();
            booking.totalPrice();
            return booking;
        }
    }
}
