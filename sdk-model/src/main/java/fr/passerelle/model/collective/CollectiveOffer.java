package fr.passerelle.model.collective;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.ResponseStyle;
import fr.passerelle.model.venue.Accessibility;
import java.time.Instant;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A collective offer as the server sends it (reference 8.3). Whom to reach does not show in {@code toString}. */
@Value.Immutable
@ResponseStyle
@JsonSerialize(as = ImmutableCollectiveOffer.class)
@JsonDeserialize(builder = CollectiveOffer.Builder.class)
public interface CollectiveOffer extends CollectiveOfferState {

    /** What teachers read first; empty if the server does not say. */
    @JsonSetter(nulls = Nulls.SKIP)
    @Value.Default
    default String name() {
        return "";
    }

    /** What teachers read next. */
    @Nullable
    String description();

    /** Addresses that are told of bookings. */
    @Value.Redacted
    List<String> bookingEmails();

    /** Whom teachers write to; empty if the server does not say. */
    @Value.Redacted
    @JsonSetter(nulls = Nulls.SKIP)
    @Value.Default
    default String contactEmail() {
        return "";
    }

    /** Whom teachers call; in the international form, empty if the server does not say. */
    @Value.Redacted
    @JsonSetter(nulls = Nulls.SKIP)
    @Value.Default
    default String contactPhone() {
        return "";
    }

    /** What pupils do. */
    List<CollectiveFormat> formats();

    /** The numbers of its domains. */
    List<Long> domains();

    /** Which pupils it is for. */
    List<StudentLevel> students();

    /** The national programme that it is part of. */
    @Nullable
    NationalProgram nationalProgram();

    /** Where it takes place; {@link CollectiveLocation.Unknown} if the server does not say. */
    @JsonSetter(nulls = Nulls.SKIP)
    @Value.Default
    default CollectiveLocation location() {
        return new CollectiveLocation.Unknown(null);
    }

    /** Departments whose schools it goes to. */
    List<String> interventionArea();

    /** How long it lasts, in minutes. */
    @Nullable
    Integer durationMinutes();

    /** Until when it can be booked. */
    @JsonProperty("bookingLimitDatetime")
    Instant bookingLimit();

    /** Whether that moment has passed. */
    @JsonProperty("hasBookingLimitDatetimesPassed")
    boolean bookingLimitPassed();

    /** The price of the whole, under its older name, which the programme means to drop. See {@link #total}. */
    @JsonSerialize(using = Euros.Writer.class)
    @JsonDeserialize(using = Euros.Reader.class)
    @Nullable
    Price totalPrice();

    /** The price of the whole; null from a server of before June 2026. See {@link #total}. */
    @JsonSerialize(using = Euros.Writer.class)
    @JsonDeserialize(using = Euros.Reader.class)
    @Nullable
    Price price();

    /** The price of the activity alone; null from a server of before June 2026. */
    @JsonSerialize(using = Euros.Writer.class)
    @JsonDeserialize(using = Euros.Reader.class)
    @Nullable
    Price servicePrice();

    /** What comes on top, in no order. */
    List<AdditionalFee> additionalFees();

    /** What the school pays in all, under whichever name the server gives it; null if under none. */
    default @Nullable Price total() {
        Price price = price();
        if (price != null) {
            return price;
        }
        Price service = servicePrice();
        return totalPrice() != null || service == null
                ? totalPrice()
                : CollectiveRules.total(service, additionalFees());
    }

    /** How many pupils it is for. */
    int numberOfTickets();

    /** How many adults come along; null from a server of before June 2026. */
    @Nullable
    Integer numberOfTeachers();

    /** Whatever else there is to say; takes over from {@link #educationalPriceDetail}. */
    @Nullable
    String additionalDetails();

    /** What the price is made of; the programme means to drop it. */
    @Nullable
    String educationalPriceDetail();

    /** The programme's number for the school. */
    @Nullable
    Long educationalInstitutionId();

    /** The school's UAI. */
    @JsonProperty("educationalInstitution")
    @Nullable
    String educationalInstitutionUai();

    /** Where its picture is. */
    @Nullable
    String imageUrl();

    /** Who made its picture. */
    @Nullable
    String imageCredit();

    /** When it was made. */
    @JsonProperty("dateCreated")
    Instant created();

    /** Null if unknown. */
    @Nullable
    Boolean audioDisabilityCompliant();

    /** Null if unknown. */
    @Nullable
    Boolean mentalDisabilityCompliant();

    /** Null if unknown. */
    @Nullable
    Boolean motorDisabilityCompliant();

    /** Null if unknown. */
    @Nullable
    Boolean visualDisabilityCompliant();

    /** For whom it is accessible: the four answers together. */
    default Accessibility accessibility() {
        return new Accessibility(
                audioDisabilityCompliant(),
                mentalDisabilityCompliant(),
                motorDisabilityCompliant(),
                visualDisabilityCompliant());
    }

    /** Starts an offer, for tests of your own. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an offer. */
    final class Builder extends ImmutableCollectiveOffer.Builder {
        Builder() {}
    }
}
