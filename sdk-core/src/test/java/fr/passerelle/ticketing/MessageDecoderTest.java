package fr.passerelle.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.model.value.Ean;
import fr.passerelle.model.value.Price;
import fr.passerelle.ticketing.Vectors.Vector;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageDecoderTest {

    private static final String BOOKING = SampleMessages.booking(2);

    @Test
    void readsEveryFieldOfABooking() throws RefusedMessageException {
        assertThat(booking(BOOKING))
                .isEqualTo(BookingMessage.builder()
                        .cancellationLimit(Instant.parse("2027-03-10T18:30:00Z"))
                        .creationDate(Instant.parse("2027-03-08T09:15:42.123456Z"))
                        .quantity(2)
                        .offerId(9001)
                        .offerIdAtProvider("SAISON27-BG")
                        .offerName("Le Bourgeois gentilhomme")
                        .price(Price.cents(2500))
                        .priceCategoryId(501)
                        .priceCategoryIdAtProvider("CARRE-OR")
                        .priceCategoryLabel("Carré or")
                        .stockId(7001)
                        .stockIdAtProvider("BG-2027-03-12")
                        .venueId(42)
                        .venueName("Théâtre de l'Exemple")
                        .venueAddress("1 place du Théâtre")
                        .venueDepartmentCode("75")
                        .beneficiary(new Beneficiary(
                                "Camille",
                                "Exemple",
                                "camille.exemple@example.org",
                                Optional.empty(),
                                LocalDate.of(2008, 6, 21)))
                        .build());
    }

    @Test
    void knowsADuo() throws RefusedMessageException {
        assertThat(booking(SampleMessages.booking(2)).duo()).isTrue();
        assertThat(booking(SampleMessages.booking(1)).duo()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "booking_confirmation_date",
                "offer_ean",
                "offer_id_at_provider",
                "price_category_id",
                "price_category_id_at_provider",
                "price_category_label",
                "stock_id_at_provider",
                "user_phone",
                "venue_address",
                "venue_department_code"
            })
    void readsAnAbsentFieldAsANullOne(String name) throws RefusedMessageException {
        String absent = without(BOOKING, name);
        String explicitNull = "{\"" + name + "\": null, " + absent.substring(1);

        assertThat(booking(absent)).isEqualTo(booking(explicitNull));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "booking_creation_date",
                "booking_quantity",
                "offer_id",
                "offer_name",
                "offer_price",
                "stock_id",
                "user_birth_date",
                "user_email",
                "user_first_name",
                "user_last_name",
                "venue_id",
                "venue_name"
            })
    void refusesABookingWithoutARequiredField(String name) {
        assertRefused(without(BOOKING, name), "MESSAGE_INVALID");
        assertRefused("{\"" + name + "\": null, " + without(BOOKING, name).substring(1), "MESSAGE_INVALID");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "booking_quantity      | 0",
                "booking_quantity      | 3",
                "booking_quantity      | -1",
                "booking_quantity      | 1.0",
                "booking_quantity      | \"1\"",
                "offer_id              | 9223372036854775808",
                "offer_id              | true",
                "offer_price           | 12.50",
                "offer_name            | 12",
                "offer_name            | {}",
                "user_birth_date       | \"2008-02-30\"",
                "booking_creation_date | \"yesterday\"",
                "booking_creation_date | \"2027-03-08\"",
                "price_category_id     | \"501\"",
                "action                | 1",
                "barcodes              | \"A\"",
                "barcodes              | null",
                "barcodes              | []",
                "barcodes              | [null]",
                "barcodes              | [[\"A\"]]",
            })
    void refusesAFieldOfAnotherType(String name, String value) {
        assertRefused(
                "{\"" + name + "\": " + value + ", " + without(BOOKING, name).substring(1), "MESSAGE_INVALID");
    }

    @Test
    void ignoresUnknownKeys() throws RefusedMessageException {
        assertThat(booking("{\"brand_new\": {\"deep\": [1, 2]}, " + BOOKING.substring(1)))
                .isEqualTo(booking(BOOKING));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-08T09:15:42,        2027-03-08T09:15:42Z",
        "2027-03-08T09:15:42.000001, 2027-03-08T09:15:42.000001Z",
        "2027-03-08T09:15:42Z,       2027-03-08T09:15:42Z",
        "2027-03-08T09:15:42+01:00,  2027-03-08T08:15:42Z",
    })
    void readsNaiveDatetimesAsUtc(String wire, Instant expected) throws RefusedMessageException {
        String document = "{\"booking_creation_date\": \"" + wire + "\", "
                + without(BOOKING, "booking_creation_date").substring(1);

        assertThat(booking(document).creationDate()).isEqualTo(expected);
    }

    @Test
    void readsACancellation() throws RefusedMessageException {
        assertThat(MessageDecoder.decode(Vectors.REFERENCE.inner()))
                .isEqualTo(new Message.Cancellation(List.of("AB-É1", "C\"2")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"BOOK", "CANCEL", "POSTPONE"})
    void readsANotificationWhateverItsAction(String action) throws RefusedMessageException {
        Message.Notification message = (Message.Notification)
                MessageDecoder.decode(SampleMessages.notification(NotificationAction.of(action)));

        assertThat(message.notification().action().value()).isEqualTo(action);
        assertThat(message.notification().action().known()).isEqualTo(!action.equals("POSTPONE"));
        assertThat(message.notification().booking()).isEqualTo(booking(SampleMessages.booking(1)));
    }

    @ParameterizedTest
    @MethodSource("fr.passerelle.ticketing.Vectors#all")
    void readsEverySharedVector(Vector vector) throws RefusedMessageException {
        Message message = MessageDecoder.decode(vector.inner());

        assertThat(vector.name()).startsWith(message.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT));
    }

    @Test
    void keepsAnEanThatOurOwnRulesWouldRefuse() throws RefusedMessageException {
        String document = "{\"offer_ean\": \"1234567890123\", "
                + without(BOOKING, "offer_ean").substring(1);

        assertThat(booking(document).offerEan()).contains(new Ean("1234567890123"));
    }

    private static BookingMessage booking(String document) throws RefusedMessageException {
        return ((Message.Booking) MessageDecoder.decode(document)).booking();
    }

    private static String without(String document, String name) {
        return document.replaceFirst("\"" + name + "\": (\"[^\"]*\"|[^,}]*)(, )?", "")
                .replace(", }", "}");
    }

    private static void assertRefused(String document, String outcome) {
        assertThatThrownBy(() -> MessageDecoder.decode(document))
                .as(document.substring(0, Math.min(200, document.length())))
                .isInstanceOf(RefusedMessageException.class)
                .hasMessage(outcome)
                .hasNoCause();
    }
}
