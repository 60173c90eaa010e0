package fr.passerelle.passculture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.model.booking.BookingFilter;
import fr.passerelle.model.collective.CollectiveOfferFilter;
import fr.passerelle.model.collective.CollectiveOfferPatch;
import fr.passerelle.model.offer.DatePatch;
import fr.passerelle.model.offer.EanDates;
import fr.passerelle.model.offer.EanProductDraft;
import fr.passerelle.model.offer.EventFilter;
import fr.passerelle.model.offer.EventPatch;
import fr.passerelle.model.offer.Location;
import fr.passerelle.model.offer.PriceCategoryPatch;
import fr.passerelle.model.offer.ProductFilter;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Ean;
import fr.passerelle.model.value.ImageFile;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.Remaining;
import fr.passerelle.model.venue.MessageUrlsPatch;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An id or an index below 1 is refused before the wire, in every method that takes one. */
class BoundsTest {

    /** A call with a wrong number, and the name under which it is refused. */
    private interface Wrong extends Function<PassCultureClient, @Nullable Object> {}

    static Stream<Arguments> wrongNumbers() {
        ImageFile image = ImageFile.of(OfferImagesTest.png(400, 600, 100));
        EventPatch nothing = EventPatch.builder().build();
        MessageUrlsPatch urls =
                MessageUrlsPatch.builder().clearNotificationUrl().build();
        return Stream.of(
                wrong("event_id", c -> c.events().get(-5)),
                wrong("event_id", c -> c.events().update(0, nothing)),
                wrong("event_id", c -> c.events().dates(-1).list().toList()),
                wrong(
                        "event_id",
                        c -> c.events().dates(0).update(1, DatePatch.builder().build())),
                wrong(
                        "stock_id",
                        c -> c.events().dates(1).update(0, DatePatch.builder().build())),
                wrong("stock_id", c -> deed(() -> c.events().dates(1).delete(-1))),
                wrong("event_id", c -> c.events().priceCategories(-1).list()),
                wrong(
                        "price_category_id",
                        c -> c.events()
                                .priceCategories(1)
                                .update(0, PriceCategoryPatch.builder().build())),
                wrong("venueId", c -> c.events().list(EventFilter.ofVenue(0)).toList()),
                wrong("product_id", c -> c.products().get(-5)),
                wrong(
                        "venueId",
                        c -> c.products().list(ProductFilter.ofVenue(-1)).toList()),
                wrong("venueId", c -> c.products().ean().byEan(-5, List.of(Ean.of("9782070541270")))),
                wrong(
                        "location.venueId",
                        c -> deed(() -> c.products()
                                .ean()
                                .upsert(
                                        Location.atVenue(-1),
                                        List.of(EanProductDraft.of(
                                                ProductRows.BOOK, Price.FREE, Remaining.of(1), EanDates.reset()))))),
                wrong("address_id", c -> c.addresses().get(0)),
                wrong("venue_id", c -> deed(() -> c.venues().updateUrls(-5, urls))),
                wrong("offer_id", c -> deed(() -> c.images().upload(0, image))),
                wrong("offerId", c -> c.bookings().ofEvent(-5).toList()),
                wrong("venueId", c -> c.bookings().ofVenue(0).toList()),
                wrong(
                        "stockId",
                        c -> c.bookings()
                                .list(BookingFilter.builder()
                                        .offerId(1L)
                                        .stockId(-1L)
                                        .build())
                                .toList()),
                wrong("offer_id", c -> c.collectiveOffers().get(-5)),
                wrong(
                        "offer_id",
                        c -> c.collectiveOffers()
                                .update(0, CollectiveOfferPatch.builder().build())),
                wrong("ids.1", c -> deed(() -> c.collectiveOffers().archive(1, -5))),
                wrong("venueId", c -> c.collectiveOffers().list(CollectiveOfferFilter.ofVenue(-1))),
                wrong("booking_id", c -> deed(() -> c.collectiveBookings().cancel(-5))),
                wrong("offer_id", c -> c.mock().book(0)),
                wrong("booking_id", c -> deed(() -> c.mock().confirm(0))));
    }

    @ParameterizedTest
    @MethodSource("wrongNumbers")
    void isRefusedBeforeTheWire(String name, Wrong call) throws IOException {
        try (Server server = new Server();
                PassCultureClient client = server.client().build()) {
            assertThatThrownBy(() -> call.apply(client))
                    .isInstanceOf(RuleViolationException.class)
                    .hasMessageContaining(name)
                    .hasMessageContaining("1");
            assertThat(server.requests()).isZero();
        }
    }

    @Test
    void isRefusedByFuturesToo() throws IOException {
        try (Server server = new Server();
                PassCultureClient client = server.client().build()) {
            CompletableFuture<?> refused = client.events().async().get(-5);

            assertThatThrownBy(refused::join)
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(RuleViolationException.class);
            assertThat(server.requests()).isZero();
        }
    }

    @Test
    void aBeneficiaryBooksWhatHasAnId() throws IOException {
        try (Server server = new Server();
                BeneficiaryClient app = server.app().accessToken("token").build()) {
            assertThatThrownBy(() -> app.book(-5, 1))
                    .isInstanceOf(RuleViolationException.class)
                    .hasMessageContaining("stockId");
            assertThatThrownBy(() -> app.offer(0)).isInstanceOf(RuleViolationException.class);
            assertThatThrownBy(() -> app.booking(0)).isInstanceOf(RuleViolationException.class);
            assertThatThrownBy(() -> app.cancel(-1)).isInstanceOf(RuleViolationException.class);
            assertThat(server.requests()).isZero();
        }
    }

    @Test
    void aListBeginsAtOne() throws IOException {
        try (Server server = new Server();
                PassCultureClient client = server.client().build()) {
            assertThatThrownBy(() -> client.bookings().ofEvent(12).startingAt(-5))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("startingAt: ids begin at 1, not at -5");
        }
    }

    private static Arguments wrong(String name, Wrong call) {
        return Arguments.of(name, call);
    }

    private static @Nullable Object deed(Runnable call) {
        call.run();
        return null;
    }
}
