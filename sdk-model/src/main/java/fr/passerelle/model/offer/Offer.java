package fr.passerelle.model.offer;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import fr.passerelle.model.venue.Accessibility;
import java.time.Instant;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What the server sends of events and of products alike. */
public interface Offer {

    /** The programme's number for it. */
    long id();

    /** Its state; an event is a {@link OfferStatus#DRAFT} until it has a date. */
    OfferStatus status();

    /** What beneficiaries read first; empty if the server does not say. */
    @JsonSetter(nulls = Nulls.SKIP)
    @Value.Default
    default String name() {
        return "";
    }

    /** What beneficiaries read next. */
    @Nullable
    String description();

    /** For whom it is accessible; {@link Accessibility#unknown()} if the server does not say. */
    @JsonSetter(nulls = Nulls.SKIP)
    @Value.Default
    default Accessibility accessibility() {
        return Accessibility.unknown();
    }

    /** E-mail address for beneficiaries' questions. */
    @Nullable
    String bookingContact();

    /** E-mail address that is told of bookings. */
    @Nullable
    String bookingEmail();

    /** Whether one booking may take two places; null if the server did not say. */
    @Nullable
    Boolean duo();

    /** Where people without a credit can buy. */
    @Nullable
    String externalTicketOfficeUrl();

    /** The vendor's own name for it. */
    @Nullable
    String idAtProvider();

    /** Its picture. */
    @Nullable
    OfferImage image();

    /** How beneficiaries get what they booked. */
    @Nullable
    String itemCollectionDetails();

    /**
     * Where it takes place; may differ in kind from what was sent. {@link Location.Unknown} if the server does not say.
     */
    @JsonSetter(nulls = Nulls.SKIP)
    @Value.Default
    default Location location() {
        return new Location.Unknown(null);
    }

    /** When it becomes or became visible; null if it is hidden. */
    @Nullable
    Instant publicationDatetime();

    /** From when it can be booked; null if from its publication. */
    @Nullable
    Instant bookingAllowedDatetime();
}
