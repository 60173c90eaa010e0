package fr.passerelle.sandbox.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OfferStatusTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final Address address = new Address(1, "1 rue", "Paris", "75001", BigDecimal.ONE, BigDecimal.ONE, null);
    private final Venue venue = new Venue(1, new Offerer(1, "800000019", "O", NOW), address, NOW, "Legal", "Public");
    private final Offer offer = new Offer(1, venue, true, "RENCONTRE", "Veillée");
    private final Stock stock = new Stock(1, offer, 0);

    @BeforeEach
    void publishAnOfferWithPlaces() {
        offer.validation = Offer.Validation.APPROVED;
        offer.publication = NOW.minus(DAY);
        offer.stocks.add(stock);
        stock.beginning = NOW.plus(DAY);
        stock.bookingLimit = NOW.plus(DAY);
        stock.quantity = 10L;
    }

    private OfferStatus status() {
        return OfferStatus.of(offer, NOW);
    }

    @Test
    void isActiveWhileThereArePlaces() {
        assertThat(status()).isEqualTo(OfferStatus.ACTIVE);
    }

    @Test
    void isSoldOutWithoutPlaces() {
        stock.booked = 10;
        assertThat(status()).isEqualTo(OfferStatus.SOLD_OUT);
    }

    @Test
    void isSoldOutWithoutStocks() {
        stock.deleted = true;
        assertThat(status()).isEqualTo(OfferStatus.SOLD_OUT);
    }

    @Test
    void isExpiredBeforeItIsSoldOut() {
        stock.booked = 10;
        stock.bookingLimit = NOW;
        assertThat(status()).isEqualTo(OfferStatus.EXPIRED);
    }

    @Test
    void isPublishedUntilBookingsOpen() {
        stock.bookingLimit = NOW;
        offer.bookingAllowed = NOW.plus(DAY);
        assertThat(status()).isEqualTo(OfferStatus.PUBLISHED);
    }

    @Test
    void isScheduledUntilItsPublication() {
        offer.bookingAllowed = NOW.plus(DAY);
        offer.publication = NOW.plus(DAY);
        assertThat(status()).isEqualTo(OfferStatus.SCHEDULED);
    }

    @Test
    void isInactiveWithoutAPublication() {
        offer.publication = null;
        assertThat(status()).isEqualTo(OfferStatus.INACTIVE);
    }

    @Test
    void isADraftWhateverItsDates() {
        offer.publication = null;
        offer.validation = Offer.Validation.DRAFT;
        assertThat(status()).isEqualTo(OfferStatus.DRAFT);
    }
}
