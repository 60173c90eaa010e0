package fr.passerelle.ticketing;

import fr.passerelle.model.value.Ean;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.ResponseStyle;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * Somebody books one or two places (reference 9.2). The programme sends no booking id: what ties a later cancellation
 * to this booking is the barcodes of the vendor's own response.
 */
@SuppressWarnings("exports") // of Immutables is only an annotation, which no user needs
@Value.Immutable
@ResponseStyle
public interface BookingMessage {

    /** Starts a message, for tests of a handler. */
    static Builder builder() {
        return new Builder();
    }

    /** When the person booked. */
    Instant creationDate();

    /** Until when the person may cancel; for events only. */
    Optional<Instant> cancellationLimit();

    /** Places booked: 1, or 2 for a duo. A response needs as many tickets. */
    int quantity();

    /** Whether the person brings somebody: two places. */
    @Value.NonAttribute
    default boolean duo() {
        return quantity() == 2;
    }

    /** The offer's id in the programme. */
    long offerId();

    /** The offer's id in the vendor's system, if the vendor gave it one. */
    Optional<String> offerIdAtProvider();

    /** The offer's name. */
    String offerName();

    /** The product's number; never for events. */
    Optional<Ean> offerEan();

    /** The price of one place. */
    Price price();

    /** The price category's id in the programme. */
    OptionalLong priceCategoryId();

    /** The price category's id in the vendor's system. */
    Optional<String> priceCategoryIdAtProvider();

    /** The price category's label. */
    Optional<String> priceCategoryLabel();

    /** The id in the programme of the date, in one price category. */
    long stockId();

    /** The date's id in the vendor's system. */
    Optional<String> stockIdAtProvider();

    /** The venue's id in the programme. */
    long venueId();

    /** The label of the offer's location if it has one, else the venue's name. */
    String venueName();

    /** Street and number. */
    Optional<String> venueAddress();

    /** For instance {@code 75}, {@code 2A} or {@code 974}. */
    Optional<String> venueDepartmentCode();

    /** Who booked. */
    Beneficiary beneficiary();

    /** Builds a message; {@code build()} throws {@link IllegalStateException} naming what is missing. */
    final class Builder extends ImmutableBookingMessage.Builder {
        Builder() {}
    }
}
