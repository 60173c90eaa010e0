package fr.passerelle.ticketing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.model.value.Ean;
import fr.passerelle.model.value.Price;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * From a verified document to a typed message. The kinds are told apart by their shape: only cancellations have
 * barcodes, only notifications have an action. Unknown keys are ignored.
 */
final class MessageDecoder {

    private static final int MAX_QUANTITY = 2;

    private MessageDecoder() {}

    static Message decode(String document) throws RefusedMessageException {
        MessageFields fields = fields(document);
        if (fields.has("barcodes")) {
            return new Message.Cancellation(barcodes(fields));
        }
        BookingMessage booking = booking(fields);
        return fields.has("action")
                ? new Message.Notification(
                        new NotificationMessage(NotificationAction.of(fields.text("action")), booking))
                : new Message.Booking(booking);
    }

    private static MessageFields fields(String document) throws RefusedMessageException {
        try {
            if (WireJson.document(document) instanceof ObjectNode object) {
                return new MessageFields(object);
            }
        } catch (IOException unreadable) {
            // Refused below. The cause quotes the document: it stays here.
        }
        throw new RefusedMessageException(DeskOutcome.DOCUMENT_UNREADABLE);
    }

    private static List<String> barcodes(MessageFields fields) throws RefusedMessageException {
        List<String> barcodes = new ArrayList<>();
        for (JsonNode barcode : fields.array("barcodes")) {
            barcodes.add(MessageFields.text(barcode));
        }
        if (barcodes.isEmpty()) {
            throw new RefusedMessageException(DeskOutcome.MESSAGE_INVALID);
        }
        return List.copyOf(barcodes);
    }

    private static BookingMessage booking(MessageFields fields) throws RefusedMessageException {
        return BookingMessage.builder()
                .creationDate(fields.instant("booking_creation_date"))
                .cancellationLimit(fields.optionalInstant("booking_confirmation_date"))
                .quantity((int) fields.number("booking_quantity", 1, MAX_QUANTITY))
                .offerId(fields.number("offer_id"))
                .offerIdAtProvider(fields.optionalText("offer_id_at_provider"))
                .offerName(fields.text("offer_name"))
                .offerEan(fields.optionalText("offer_ean").map(Ean::new))
                .price(Price.cents(fields.number("offer_price")))
                .priceCategoryId(fields.optionalNumber("price_category_id"))
                .priceCategoryIdAtProvider(fields.optionalText("price_category_id_at_provider"))
                .priceCategoryLabel(fields.optionalText("price_category_label"))
                .stockId(fields.number("stock_id"))
                .stockIdAtProvider(fields.optionalText("stock_id_at_provider"))
                .venueId(fields.number("venue_id"))
                .venueName(fields.text("venue_name"))
                .venueAddress(fields.optionalText("venue_address"))
                .venueDepartmentCode(fields.optionalText("venue_department_code"))
                .beneficiary(new Beneficiary(
                        fields.text("user_first_name"),
                        fields.text("user_last_name"),
                        fields.text("user_email"),
                        fields.optionalText("user_phone"),
                        fields.date("user_birth_date")))
                .build();
    }
}
