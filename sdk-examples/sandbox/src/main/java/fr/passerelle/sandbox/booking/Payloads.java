package fr.passerelle.sandbox.booking;

import fr.passerelle.sandbox.state.Beneficiary;
import fr.passerelle.sandbox.state.Offer;
import fr.passerelle.sandbox.state.PriceCategory;
import fr.passerelle.sandbox.state.Stock;
import fr.passerelle.sandbox.view.Instants;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The payloads of the three messages, keys in the order of the wire (reference 9.2). */
final class Payloads {

    /** What a notification is about. */
    enum Action {
        BOOK,
        CANCEL
    }

    private Payloads() {}

    /** The 22 keys of a booking. */
    static Map<String, @Nullable Object> booking(Order order) {
        Stock stock = order.stock();
        Offer offer = stock.offer;
        PriceCategory priceCategory = stock.priceCategory;
        Beneficiary person = order.person();
        Map<String, @Nullable Object> payload = new LinkedHashMap<>();
        payload.put("booking_confirmation_date", naive(order.cancellationLimit()));
        payload.put("booking_creation_date", naive(order.created()));
        payload.put("booking_quantity", order.quantity());
        payload.put("offer_ean", offer.ean);
        payload.put("offer_id", offer.id);
        payload.put("offer_id_at_provider", offer.idAtProvider);
        payload.put("offer_name", offer.name);
        payload.put("offer_price", order.price());
        payload.put("price_category_id", priceCategory == null ? null : priceCategory.id);
        payload.put("price_category_id_at_provider", priceCategory == null ? null : priceCategory.idAtProvider);
        payload.put("price_category_label", priceCategory == null ? null : priceCategory.label);
        payload.put("stock_id", stock.id);
        payload.put("stock_id_at_provider", stock.idAtProvider);
        payload.put("user_birth_date", person.birthDate.toString());
        payload.put("user_email", person.email);
        payload.put("user_first_name", person.firstName);
        payload.put("user_last_name", person.lastName);
        payload.put("user_phone", person.phone);
        payload.put("venue_address", offer.url == null ? offer.address.street() : null);
        payload.put("venue_department_code", offer.url == null ? offer.address.department() : null);
        payload.put("venue_id", offer.venue.id);
        payload.put("venue_name", offer.addressLabel == null ? offer.venue.legalName : offer.addressLabel);
        return payload;
    }

    /** A booking and what became of it, last. */
    static Map<String, @Nullable Object> notification(Order order, Action action) {
        Map<String, @Nullable Object> payload = booking(order);
        payload.put("action", action.name());
        return payload;
    }

    /** Tickets to take back. */
    static Map<String, @Nullable Object> cancellation(List<String> barcodes) {
        Map<String, @Nullable Object> payload = new LinkedHashMap<>();
        payload.put("barcodes", barcodes);
        return payload;
    }

    /** UTC without an offset; six fractional digits only when they are not zero. */
    private static @Nullable String naive(@Nullable Instant instant) {
        String utc = Instants.utcOrNull(instant);
        return utc == null ? null : utc.substring(0, utc.length() - "Z".length());
    }
}
