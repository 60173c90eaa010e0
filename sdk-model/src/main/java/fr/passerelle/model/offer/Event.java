package fr.passerelle.model.offer;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.value.AnswerStyle;
import fr.passerelle.model.venue.Accessibility;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** An event as the server answers it (reference operation 14). */
@Value.Immutable
@AnswerStyle
@JsonSerialize(as = ImmutableEvent.class)
@JsonDeserialize(builder = Event.Builder.class)
public interface Event {

    /** The programme's number for it. */
    long id();

    /** Its state; {@link OfferStatus#DRAFT} until it has a date. */
    OfferStatus status();

    /** What visitors read first. */
    String name();

    /** What visitors read next. */
    @Nullable
    String description();

    /** For whom it is accessible. */
    Accessibility accessibility();

    /** E-mail address for visitors' questions. */
    @Nullable
    String bookingContact();

    /** E-mail address that is told of bookings. */
    @Nullable
    String bookingEmail();

    /** What kind of event; any of its fields may be null. */
    @JsonProperty("categoryRelatedFields")
    Category category();

    /** Whether one booking may take two places; null if the server did not say. */
    @JsonProperty("enableDoubleBookings")
    @Nullable
    Boolean duo();

    /** How long it lasts, in minutes. */
    @JsonProperty("eventDuration")
    @Nullable
    Integer durationMinutes();

    /** Where people without a credit can buy. */
    @Nullable
    String externalTicketOfficeUrl();

    /** Whether the vendor issues the tickets in real time. */
    boolean hasTicket();

    /** The vendor's own name for it. */
    @Nullable
    String idAtProvider();

    /** Its picture. */
    @Nullable
    OfferImage image();

    /** How visitors get what they booked. */
    @Nullable
    String itemCollectionDetails();

    /** Where it takes place; may differ in kind from what was sent. */
    Location location();

    /** Its prices. */
    List<PriceCategory> priceCategories();

    /** When it becomes or became visible; null if it is hidden. */
    @Nullable
    Instant publicationDatetime();

    /** From when it can be booked; null if from its publication. */
    @Nullable
    Instant bookingAllowedDatetime();

    /** Its video. */
    @Nullable
    String videoUrl();

    /**
     * The price with this label.
     *
     * @throws NoSuchElementException if the event has none; the message lists those it has
     */
    default PriceCategory priceCategory(String label) {
        return findPriceCategory(label)
                .orElseThrow(() -> new NoSuchElementException("event " + id() + " has no price category \"" + label
                        + "\"; it has "
                        + priceCategories().stream().map(PriceCategory::label).toList()));
    }

    /** The price with this label; the first one if several amounts share it. */
    default Optional<PriceCategory> findPriceCategory(String label) {
        return priceCategories().stream()
                .filter(category -> category.label().equals(label))
                .findFirst();
    }

    /** Starts an event, for tests of your own. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an event. */
    final class Builder extends ImmutableEvent.Builder {
        Builder() {}
    }
}
