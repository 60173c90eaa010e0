package fr.passerelle.model.app;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.booking.BookingStatus;
import fr.passerelle.model.offer.CategoryId;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.ResponseStyle;
import java.time.Instant;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A booking as the person who made it sees it (rule book 3.11). */
@Value.Immutable
@ResponseStyle
@JsonSerialize(as = ImmutableAppBooking.class)
@JsonDeserialize(builder = AppBooking.Builder.class)
public interface AppBooking {

    /** The programme's number for it. */
    long id();

    /** Places: 1, or 2 for a duo. */
    int quantity();

    /** The price of all its places. */
    @JsonProperty("totalAmount")
    Price totalPrice();

    /** When it was made. */
    @JsonProperty("dateCreated")
    Instant created();

    /** When it was used. */
    @JsonProperty("dateUsed")
    @Nullable
    Instant used();

    /** The first instant at which it is too late to cancel; null for goods. */
    @JsonProperty("confirmationDate")
    @Nullable
    Instant cancellationLimit();

    /** When it expires if it is not used; null if never. */
    @JsonProperty("expirationDate")
    @Nullable
    Instant expiration();

    /** When it was cancelled. */
    @JsonProperty("cancellationDate")
    @Nullable
    Instant cancelled();

    /** Why it was cancelled. */
    @Nullable
    CancellationReason cancellationReason();

    /** Where a digital offer is, for this person: it may hold the countermark and the e-mail address. */
    @Value.Redacted
    @Nullable
    String completedUrl();

    /** Whether the app files it under what is over; false if it does not say. */
    @JsonSetter(nulls = Nulls.SKIP)
    @Value.Default
    default boolean displayAsEnded() {
        return false;
    }

    /** What lets the person in. */
    AppTicket ticket();

    /** What was booked. */
    BookedStock stock();

    /** Its state, from its dates. The app does not tell whether it is paid to the venue: that reads as used. */
    default BookingStatus status() {
        if (cancelled() != null) {
            return BookingStatus.CANCELLED;
        }
        return used() != null ? BookingStatus.USED : BookingStatus.CONFIRMED;
    }

    /**
     * What was booked.
     *
     * @param id the date or the goods
     * @param price of one place
     * @param beginning of the event; null for goods
     * @param automaticallyUsed whether it was used as soon as it was booked
     * @param priceCategoryLabel what the price is called
     * @param offer of which offer
     */
    record BookedStock(
            @JsonProperty(required = true) long id,
            @JsonProperty(required = true) Price price,
            @JsonProperty("beginningDatetime") @Nullable Instant beginning,

            @JsonProperty(value = "isAutomaticallyUsed", required = true)
            boolean automaticallyUsed,

            @Nullable String priceCategoryLabel,
            @JsonProperty(required = true) BookedOffer offer) {}

    /**
     * The offer that was booked.
     *
     * @param id the programme's number for it
     * @param name its title; empty if the app does not say
     * @param category what it is
     * @param digital whether it is reached by a URL
     * @param bookingContact whom to write to about tickets
     */
    record BookedOffer(
            @JsonProperty(required = true) long id,
            @JsonSetter(nulls = Nulls.AS_EMPTY) String name,

            @JsonProperty(value = "subcategoryId", required = true)
            CategoryId category,

            @JsonProperty(value = "isDigital", required = true)
            boolean digital,

            @Nullable String bookingContact) {}

    /** Starts a booking, for tests of your own. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a booking. */
    final class Builder extends ImmutableAppBooking.Builder {
        Builder() {}
    }
}
