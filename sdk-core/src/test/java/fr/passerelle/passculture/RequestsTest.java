package fr.passerelle.passculture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.PartnerEndpoints;
import fr.passerelle.model.booking.BookingFilter;
import fr.passerelle.model.booking.BookingStatus;
import fr.passerelle.model.offer.Category;
import fr.passerelle.model.offer.DateDraft;
import fr.passerelle.model.offer.DatePatch;
import fr.passerelle.model.offer.EventDraft;
import fr.passerelle.model.offer.EventFilter;
import fr.passerelle.model.offer.EventPatch;
import fr.passerelle.model.offer.Location;
import fr.passerelle.model.offer.PriceCategoryDraft;
import fr.passerelle.model.offer.PriceCategoryPatch;
import fr.passerelle.model.offer.ShowType;
import fr.passerelle.model.value.Capacity;
import fr.passerelle.model.value.Countermark;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.Remaining;
import fr.passerelle.model.value.Siren;
import fr.passerelle.model.value.Siret;
import fr.passerelle.model.venue.Accessibility;
import fr.passerelle.model.venue.Disability;
import fr.passerelle.model.venue.MessageUrlsPatch;
import fr.passerelle.passculture.endpoint.PassCultureEndpoint;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import mockwebserver3.RecordedRequest;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation, as it goes over the wire. */
class RequestsTest {

    static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    static final Instant OPENING = Instant.parse("2026-12-24T20:00:00Z");

    private static final Countermark COUNTERMARK = Countermark.of("ABC234");

    /** What is called (in the background too, where a row says so), and the request and body that must come of it. */
    record Row(
            PassCultureEndpoint endpoint,
            Consumer<PassCultureClient> call,
            @Nullable Function<PassCultureClient, CompletableFuture<?>> later,
            String response,
            String target,
            String body) {

        @Override
        public String toString() {
            return endpoint.operationId();
        }
    }

    static Stream<Row> rows() {
        MessageUrlsPatch urls = MessageUrlsPatch.builder()
                .ticketingUrls("https://a.example.org", "https://b.example.org")
                .clearNotificationUrl()
                .build();
        String urlsJson = """
                {"notificationUrl":null,"bookingUrl":"https://a.example.org","cancelUrl":"https://b.example.org"}""";
        DateDraft date = DateDraft.at(OPENING)
                .priceCategoryId(3_000_000_000L)
                .capacity(Capacity.of(120))
                .build();
        Stream<Row> eventsAndBookings = Stream.of(
                read(
                        PassCultureEndpoint.GET_PROVIDER,
                        c -> c.provider().get(),
                        Samples.PROVIDER,
                        "/public/providers/v1/provider"),
                row(
                        PassCultureEndpoint.UPDATE_PROVIDER,
                        c -> c.provider().update(urls),
                        Samples.PROVIDER,
                        "/public/providers/v1/provider",
                        urlsJson),
                row(
                        PassCultureEndpoint.UPDATE_VENUE_URLS,
                        c -> c.venues().updateUrls(535, urls),
                        "",
                        "/public/providers/v1/venues/535",
                        urlsJson),
                read(
                        PassCultureEndpoint.GET_VENUES,
                        c -> c.venues().all(),
                        Samples.OFFERERS,
                        "/public/offers/v1/offerer_venues"),
                read(
                        PassCultureEndpoint.GET_VENUES,
                        c -> c.venues().ofSiren(Siren.of("853318459")),
                        Samples.OFFERERS,
                        "/public/offers/v1/offerer_venues?siren=853318459"),
                read(
                        PassCultureEndpoint.GET_VENUE,
                        c -> c.venues().bySiret(Siret.of("85331845900049")),
                        Samples.VENUE,
                        "/public/offers/v1/venues/85331845900049"),
                read(
                        PassCultureEndpoint.GET_EVENT_CATEGORIES,
                        c -> c.attributes().eventCategories(),
                        "[{\"id\":\"CONCERT\",\"label\":\"Concert\",\"conditionalFields\":{\"musicType\":true}}]",
                        "/public/offers/v1/events/categories"),
                read(
                        PassCultureEndpoint.GET_SHOW_TYPES,
                        c -> c.attributes().showTypes(),
                        "[{\"id\":\"THEATRE-COMEDIE\",\"label\":\"Comédie\"},{\"id\":\"HOLOGRAM\",\"label\":\"?\"}]",
                        "/public/offers/v1/show_types"),
                read(
                        PassCultureEndpoint.GET_MUSIC_TYPES,
                        c -> c.attributes().musicTypes(),
                        "[{\"id\":\"JAZZ-BLUES\",\"label\":\"Jazz\"}]",
                        "/public/offers/v1/music_types/all"),
                read(
                        PassCultureEndpoint.GET_EVENT_MUSIC_TYPES,
                        c -> c.attributes().eventMusicTypes(),
                        "[]",
                        "/public/offers/v1/music_types/event"),
                row(
                        PassCultureEndpoint.CREATE_EVENT,
                        c -> c.events().create(play()),
                        Samples.EVENT,
                        "/public/offers/v1/events",
                        """
                        {"name":"Le Bourgeois gentilhomme","categoryRelatedFields":{"category":"SPECTACLE_REPRESENTATION",\
                        "showType":"THEATRE-COMEDIE","author":"Molière"},"location":{"type":"physical","venueId":535},\
                        "accessibility":{"audioDisabilityCompliant":true,"mentalDisabilityCompliant":false,\
                        "motorDisabilityCompliant":true,"visualDisabilityCompliant":false},"hasTicket":true,\
                        "bookingContact":"billetterie@example.org","enableDoubleBookings":true,\
                        "idAtProvider":"SAISON26-BG","priceCategories":[{"label":"Carré or","price":2500}]}"""),
                read(
                        PassCultureEndpoint.LIST_EVENTS,
                        c -> c.events()
                                .list(EventFilter.builder()
                                        .venueId(535L)
                                        .addIdsAtProvider("a b", "é")
                                        .addressId(9L)
                                        .build())
                                .toList(),
                        Samples.object("events", Samples.EVENT),
                        "/public/offers/v1/events?venueId=535&idsAtProvider=a%20b%2C%C3%A9&addressId=9&firstIndex=1"
                                + "&limit=50"),
                read(
                        PassCultureEndpoint.GET_EVENT,
                        c -> c.events().get(12),
                        Samples.EVENT,
                        "/public/offers/v1/events/12"),
                row(
                        PassCultureEndpoint.UPDATE_EVENT,
                        c -> c.events()
                                .update(
                                        12,
                                        EventPatch.builder().clearDescription().build()),
                        Samples.EVENT,
                        "/public/offers/v1/events/12",
                        "{\"description\":null}"),
                row(
                        PassCultureEndpoint.CREATE_PRICE_CATEGORIES,
                        c -> c.events()
                                .priceCategories(12)
                                .create(PriceCategoryDraft.of("Carré or", Price.euros("25.00"))),
                        Samples.object("priceCategories", Samples.PRICE_CATEGORY),
                        "/public/offers/v1/events/12/price_categories",
                        "{\"priceCategories\":[{\"label\":\"Carré or\",\"price\":2500}]}"),
                read(
                        PassCultureEndpoint.LIST_PRICE_CATEGORIES,
                        c -> c.events().priceCategories(12).list(),
                        Samples.object("priceCategories", Samples.PRICE_CATEGORY),
                        "/public/offers/v1/events/12/price_categories"),
                read(
                        PassCultureEndpoint.LIST_PRICE_CATEGORIES,
                        c -> c.events().priceCategories(12).list(List.of("A", "B")),
                        Samples.object("priceCategories", Samples.PRICE_CATEGORY),
                        "/public/offers/v1/events/12/price_categories?idsAtProvider=A%2CB"),
                row(
                        PassCultureEndpoint.UPDATE_PRICE_CATEGORY,
                        c -> c.events()
                                .priceCategories(12)
                                .update(
                                        3_000_000_000L,
                                        PriceCategoryPatch.builder()
                                                .price(Price.FREE)
                                                .clearIdAtProvider()
                                                .build()),
                        Samples.PRICE_CATEGORY,
                        "/public/offers/v1/events/12/price_categories/3000000000",
                        "{\"price\":0,\"idAtProvider\":null}"),
                row(
                        PassCultureEndpoint.CREATE_DATES,
                        c -> c.events().dates(12).create(date),
                        Samples.object("dates", Samples.DATE),
                        "/public/offers/v1/events/12/dates",
                        """
                        {"dates":[{"beginningDatetime":"2026-12-24T20:00:00Z",\
                        "bookingLimitDatetime":"2026-12-24T20:00:00Z","priceCategoryId":3000000000,"quantity":120}]}"""),
                read(
                        PassCultureEndpoint.LIST_DATES,
                        c -> c.events().dates(12).list().toList(),
                        Samples.object("dates", Samples.DATE),
                        "/public/offers/v1/events/12/dates?firstIndex=1&limit=50"),
                read(
                        PassCultureEndpoint.LIST_DATES,
                        c -> c.events().dates(12).list(List.of("A")).toList(),
                        Samples.object("dates", Samples.DATE),
                        "/public/offers/v1/events/12/dates?idsAtProvider=A&firstIndex=1&limit=50"),
                row(
                        PassCultureEndpoint.UPDATE_DATE,
                        c -> c.events()
                                .dates(12)
                                .update(
                                        77,
                                        DatePatch.builder()
                                                .remaining(Remaining.unlimited())
                                                .build()),
                        Samples.DATE,
                        "/public/offers/v1/events/12/dates/77",
                        "{\"quantity\":\"unlimited\"}"),
                read(
                        PassCultureEndpoint.DELETE_DATE,
                        c -> c.events().dates(12).delete(77),
                        "",
                        "/public/offers/v1/events/12/dates/77"),
                row(
                        PassCultureEndpoint.REPLACE_CINEMA_SESSIONS,
                        c -> c.cinema().replace(CinemaWorker.programme(), BookedSessions.CANCEL),
                        "",
                        "/public/offers/v1/events/cinema_sessions",
                        """
                        {"venueId":535,"offers":[{"filmId":"visa:164478","enableDoubleBookings":true,\
                        "priceCategories":[{"idAtProvider":"PC","label":"Tarif unique","price":500}],\
                        "stocks":[{"idAtProvider":"s-1","beginningDatetime":"2026-12-24T20:00:00Z","quantity":40,\
                        "priceCategoryIdAtProvider":"PC","features":["VO","3D"]}]}]}"""),
                read(
                        PassCultureEndpoint.LIST_BOOKINGS,
                        c -> c.bookings()
                                .list(BookingFilter.builder()
                                        .offerId(12L)
                                        .venueId(535L)
                                        .stockId(77L)
                                        .priceCategoryId(3_000_000_000L)
                                        .status(BookingStatus.CONFIRMED)
                                        .beginning(OPENING)
                                        .build())
                                .toList(),
                        Samples.object("bookings", Samples.booking(1, "CONFIRMED")),
                        "/public/bookings/v1/bookings?offerId=12&venueId=535&stockId=77&priceCategoryId=3000000000"
                                + "&status=CONFIRMED"
                                + "&beginningDatetime=2026-12-24T20%3A00%3A00Z&firstIndex=1&limit=50"),
                read(
                        PassCultureEndpoint.GET_BOOKING,
                        c -> c.bookings().byCountermark(COUNTERMARK),
                        Samples.booking(1, "CONFIRMED"),
                        "/public/bookings/v1/token/ABC234"),
                read(
                        PassCultureEndpoint.USE_BOOKING,
                        c -> c.bookings().use(COUNTERMARK),
                        "",
                        "/public/bookings/v1/use/token/ABC234"),
                read(
                        PassCultureEndpoint.KEEP_BOOKING,
                        c -> c.bookings().keep(COUNTERMARK),
                        "",
                        "/public/bookings/v1/keep/token/ABC234"),
                read(
                        PassCultureEndpoint.CANCEL_BOOKING,
                        c -> c.bookings().cancel(COUNTERMARK),
                        "",
                        "/public/bookings/v1/cancel/token/ABC234"));
        return Stream.of(eventsAndBookings, ProductRows.rows(), CollectiveRows.rows())
                .flatMap(rows -> rows);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void goesOverTheWireAsTheReferenceSays(Row row) throws IOException, InterruptedException {
        try (Server server = new Server().response(row.response.isEmpty() ? 204 : 200, row.response);
                PassCultureClient client = server.client()
                        .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                        .userAgentSuffix("box-office/1.0")
                        .build()) {
            row.call.accept(client);

            RecordedRequest request = server.request();
            assertThat(request.getMethod()).isEqualTo(row.endpoint.method().name());
            assertThat(request.getTarget()).isEqualTo(row.target);
            assertThat(json(request.getBody())).isEqualTo(json(ByteString.encodeUtf8(row.body)));
            assertThat(request.getHeaders().get("Content-Type"))
                    .isEqualTo(row.body.isEmpty() ? null : "application/json");
            assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + Server.KEY);
            assertThat(request.getHeaders().get("User-Agent"))
                    .matches("passerelle/[0-9]+\\.[0-9]+\\.[0-9]+(-SNAPSHOT)? box-office/1\\.0");
        }
    }

    static Stream<Row> rowsWithAFuture() {
        return rows().filter(row -> row.later != null);
    }

    @ParameterizedTest
    @MethodSource("rowsWithAFuture")
    void goesTheSameWayInTheBackground(Row row) throws IOException, InterruptedException {
        int status = row.response.isEmpty() ? 204 : 200;
        try (Server server = new Server().response(status, row.response).response(status, row.response);
                PassCultureClient client =
                        server.client().clock(Clock.fixed(NOW, ZoneOffset.UTC)).build()) {
            row.call.accept(client);
            Objects.requireNonNull(row.later).apply(client).join();

            RecordedRequest now = server.request();
            RecordedRequest later = server.request();
            assertThat(later.getRequestLine()).isEqualTo(now.getRequestLine());
            assertThat(later.getBody()).isEqualTo(now.getBody());
        }
    }

    /** Forms are looked at in {@link OfferImagesTest}. */
    @Test
    void everyEndpointHasItsRow() {
        Set<PassCultureEndpoint> seen = EnumSet.of(PassCultureEndpoint.UPLOAD_IMAGE);
        rows().forEach(row -> seen.add(row.endpoint));

        assertThat(seen).containsExactlyInAnyOrderElementsOf(PartnerEndpoints.all());
    }

    static EventDraft play() {
        return EventDraft.builder()
                .name("Le Bourgeois gentilhomme")
                .category(Category.show(ShowType.THEATRE_COMEDIE).author("Molière"))
                .location(Location.atVenue(535))
                .accessibility(Accessibility.of(Disability.AUDIO, Disability.MOTOR))
                .bookingContact("billetterie@example.org")
                .hasTicket(true)
                .idAtProvider("SAISON26-BG")
                .addPriceCategories(PriceCategoryDraft.of("Carré or", Price.euros("25.00")))
                .build();
    }

    private static Row read(
            PassCultureEndpoint endpoint, Consumer<PassCultureClient> call, String response, String target) {
        return new Row(endpoint, call, null, response, target, "");
    }

    private static Row row(
            PassCultureEndpoint endpoint,
            Consumer<PassCultureClient> call,
            String response,
            String target,
            String body) {
        return new Row(endpoint, call, null, response, target, body);
    }

    private static Object json(@Nullable ByteString body) throws JsonProcessingException {
        return body == null || body.size() == 0 ? Map.of() : new ObjectMapper().readTree(body.utf8());
    }
}
