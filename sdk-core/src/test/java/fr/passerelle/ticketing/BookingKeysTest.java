package fr.passerelle.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.model.booking.Booking;
import fr.passerelle.model.booking.BookingStatus;
import fr.passerelle.model.value.Price;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BookingKeysTest {

    private static final BookingKeys KEYS = BookingKeys.under("sixteen letters!");
    private static final BookingMessage MESSAGE = message(SampleMessages.booking(1));
    private static final Instant BOOKED = MESSAGE.creationDate();
    private static final String EMAIL = MESSAGE.beneficiary().email();

    @Test
    void isTheSameForEveryDeliveryAndForTheNews() throws RefusedMessageException {
        Message.Notification news =
                (Message.Notification) MessageDecoder.decode(SampleMessages.notification(NotificationAction.CANCEL));

        assertThat(KEYS.of(message(SampleMessages.booking(1)))).isEqualTo(KEYS.of(MESSAGE));
        assertThat(KEYS.of(news.notification().booking())).isEqualTo(KEYS.of(MESSAGE));
    }

    @Test
    void isTheSameInTheProgrammesList() {
        assertThat(KEYS.of(booking(MESSAGE.stockId(), BOOKED, EMAIL))).isEqualTo(KEYS.of(MESSAGE));
    }

    @Test
    void differsByDateMomentAndBeneficiary() {
        assertThat(KEYS.of(booking(7002, BOOKED, EMAIL))).isNotEqualTo(KEYS.of(MESSAGE));
        assertThat(KEYS.of(booking(7001, BOOKED.plusNanos(1_000), EMAIL))).isNotEqualTo(KEYS.of(MESSAGE));
        assertThat(KEYS.of(booking(7001, BOOKED, "other@example.org"))).isNotEqualTo(KEYS.of(MESSAGE));
        assertThat(KEYS.of(booking(7001, BOOKED.plusNanos(999), EMAIL)))
                .as("below the programme's precision")
                .isEqualTo(KEYS.of(MESSAGE));
    }

    @Test
    void isNobodysWithoutAnAddress() {
        assertThatThrownBy(() -> KEYS.of(booking(7001, BOOKED, "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("booking 1 has no userEmail, by which it is recognised");
    }

    @Test
    void differsByTheSecret() {
        assertThat(BookingKeys.under("sixteen letters?").of(MESSAGE)).isNotEqualTo(KEYS.of(MESSAGE));
    }

    @Test
    void knowsAVisitorAtOneOfferOnly() {
        SaleAttempt attempt = KEYS.attempt(MESSAGE);
        BookingMessage otherDate = copy().stockId(7002).build();
        BookingMessage otherOffer = copy().offerId(9002).build();

        assertThat(KEYS.attempt(otherDate).beneficiary()).isEqualTo(attempt.beneficiary());
        assertThat(KEYS.attempt(otherOffer).beneficiary()).isNotEqualTo(attempt.beneficiary());
        assertThat(attempt.beneficiary()).isNotEqualTo(attempt.key());
    }

    @Test
    void keepsNoPersonalDataAndShowsNoSecret() {
        assertThat(KEYS.attempt(MESSAGE).toString()).doesNotContainIgnoringCase("camille", "2008", "example.org");
        assertThat(KEYS.toString()).doesNotContain("sixteen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fifteen letters", "                ", "\ud800 and fifteen more"})
    void refusesAWeakSecret(String secret) {
        assertThatThrownBy(() -> BookingKeys.under(secret)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "G123456789012345678901234567890123456789012345678901234567890123"})
    void refusesAKeyThatWasNotMadeSo(String value) {
        assertThatThrownBy(() -> new BookingKey(value)).isInstanceOf(IllegalArgumentException.class);
    }

    private static BookingMessage.Builder copy() {
        BookingMessage.Builder copy = BookingMessage.builder();
        copy.from(MESSAGE);
        return copy;
    }

    private static BookingMessage message(String document) {
        try {
            return ((Message.Booking) MessageDecoder.decode(document)).booking();
        } catch (RefusedMessageException refused) {
            throw new AssertionError(refused);
        }
    }

    private static Booking booking(long stockId, Instant bookedAt, String email) {
        return Booking.builder()
                .id(1)
                .quantity(1)
                .creationDate(bookedAt)
                .unitPrice(Price.cents(2500))
                .status(BookingStatus.CONFIRMED)
                .offerId(9001)
                .stockId(stockId)
                .offerName("Le Bourgeois gentilhomme")
                .venueId(42)
                .venueName("Théâtre de l'Exemple")
                .userEmail(email)
                .userBirthDate(LocalDate.of(2008, 6, 21))
                .build();
    }
}
