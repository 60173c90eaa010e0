package fr.passerelle.ticketing;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Documents such as the programme sends, about nobody and nothing real, to be signed in a vendor's own tests. */
public final class SampleMessages {

    private static final String BOOKING = """
            "booking_confirmation_date": "2027-03-10T18:30:00", \
            "booking_creation_date": "2027-03-08T09:15:42.123456", \
            "booking_quantity": %d, \
            "offer_ean": null, \
            "offer_id": 9001, \
            "offer_id_at_provider": "SAISON27-BG", \
            "offer_name": "Le Bourgeois gentilhomme", \
            "offer_price": 2500, \
            "price_category_id": 501, \
            "price_category_id_at_provider": "CARRE-OR", \
            "price_category_label": "Carr\\u00e9 or", \
            "stock_id": 7001, \
            "stock_id_at_provider": "BG-2027-03-12", \
            "user_birth_date": "2008-06-21", \
            "user_email": "camille.exemple@example.org", \
            "user_first_name": "Camille", \
            "user_last_name": "Exemple", \
            "user_phone": null, \
            "venue_address": "1 place du Th\\u00e9\\u00e2tre", \
            "venue_department_code": "75", \
            "venue_id": 42, \
            "venue_name": "Th\\u00e9\\u00e2tre de l'Exemple\"""";

    private SampleMessages() {}

    /** A booking of an event at 25 €, one place or a duo. */
    public static String booking(int quantity) {
        return "{" + BOOKING.formatted(quantity) + "}";
    }

    /** A notification of one place. */
    public static String notification(NotificationAction action) {
        return "{" + BOOKING.formatted(1) + ", \"action\": " + WireJson.quoted(action.value()) + "}";
    }

    /** A cancellation of these barcodes. */
    public static String cancellation(String... barcodes) {
        return Arrays.stream(barcodes)
                .map(WireJson::quoted)
                .collect(Collectors.joining(", ", "{\"barcodes\": [", "]}"));
    }
}
