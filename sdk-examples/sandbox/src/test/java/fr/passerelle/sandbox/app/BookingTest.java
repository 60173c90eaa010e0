package fr.passerelle.sandbox.app;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.sandbox.Http;
import fr.passerelle.sandbox.SandboxBeneficiary;
import fr.passerelle.sandbox.Stage;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BookingTest {

    private static final String CONFERENCE = "'category':'CONFERENCE','enableDoubleBookings':true";
    private static final String SOON = "2026-03-12T19:00:00Z";

    private final Stage stage = new Stage();
    private final SandboxBeneficiary person = stage.sandbox.beneficiary(30_000);

    @AfterEach
    void stop() {
        stage.close();
    }

    @Test
    void booksAndPaysAndNotifies() throws InterruptedException {
        long date = stage.date(false, "10");

        var reply = stage.book(person, date, 2);

        assertThat(reply.status()).isEqualTo(200);
        long id = reply.body().path("bookingId").asLong();
        assertThat(person.remainingCredit()).isEqualTo(30_000 - 2 * 1250);
        var notice = stage.vendor.next();
        assertThat(notice.path()).isEqualTo("/notification");
        assertThat(notice.payload().fieldNames())
                .toIterable()
                .containsExactly(
                        "booking_confirmation_date",
                        "booking_creation_date",
                        "booking_quantity",
                        "offer_ean",
                        "offer_id",
                        "offer_id_at_provider",
                        "offer_name",
                        "offer_price",
                        "price_category_id",
                        "price_category_id_at_provider",
                        "price_category_label",
                        "stock_id",
                        "stock_id_at_provider",
                        "user_birth_date",
                        "user_email",
                        "user_first_name",
                        "user_last_name",
                        "user_phone",
                        "venue_address",
                        "venue_department_code",
                        "venue_id",
                        "venue_name",
                        "action");
        assertThat(notice.payload().path("action").asText()).isEqualTo("BOOK");
        assertThat(notice.payload().path("booking_creation_date").asText()).isEqualTo("2026-03-02T10:00:00");
        assertThat(notice.payload().path("booking_confirmation_date").asText()).isEqualTo("2026-03-04T10:00:00");
        assertThat(notice.payload().path("booking_quantity").asInt()).isEqualTo(2);
        assertThat(notice.payload().path("offer_price").asInt()).isEqualTo(1250);
        assertThat(notice.payload().path("user_email").asText()).isEqualTo(person.email());

        var seen = stage.http
                .call("GET", "/native/v2/bookings/" + id, person.accessToken(), "")
                .body();
        assertThat(seen.path("totalAmount").asInt()).isEqualTo(2500);
        assertThat(seen.path("ticket").path("token").path("data").asText())
                .isEqualTo(stage.sandbox.countermark(id))
                .matches("[A-HJ-NP-Z2-7]{6}");
        assertThat(seen.path("stock").path("offer").path("name").asText()).isEqualTo("Concert d’été");
        assertThat(seen.path("confirmationDate").asText()).isEqualTo("2026-03-04T10:00:00Z");
    }

    @Test
    void cancelsInsideTheWindowAndGivesTheMoneyAndThePlaceBack() throws InterruptedException {
        long date = stage.date(false, "1");
        long id = stage.book(person, date, 1).body().path("bookingId").asLong();
        assertThat(code(stage.book(stage.sandbox.beneficiary(30_000), date, 1))).isEqualTo("STOCK_NOT_BOOKABLE");

        assertThat(stage.cancel(person, id).status()).isEqualTo(204);

        assertThat(person.remainingCredit()).isEqualTo(30_000);
        assertThat(stage.cancel(person, id).status()).isEqualTo(204);
        assertThat(stage.vendor.next().payload().path("action").asText()).isEqualTo("BOOK");
        assertThat(stage.vendor.next().payload().path("action").asText()).isEqualTo("CANCEL");
        assertThat(stage.book(person, date, 1).status()).isEqualTo(200);
        assertThat(stage.vendor.next().payload().path("action").asText()).isEqualTo("BOOK");
        assertThat(stage.vendor.waiting()).isZero();
    }

    @Test
    void refusesToCancelFromTheLimitOn() {
        long id = stage.book(person, stage.date(false, "1"), 1)
                .body()
                .path("bookingId")
                .asLong();
        stage.sandbox.clock().advance(Duration.ofDays(2));

        assertThat(code(stage.cancel(person, id))).isEqualTo("CONFIRMED_BOOKING");
    }

    @Test
    void refusesToCancelWhatHasBeenUsed() {
        long id = stage.book(person, stage.date(false, "1"), 1)
                .body()
                .path("bookingId")
                .asLong();
        stage.http.control("POST", "/bookings/" + id + "/use", "{}");

        assertThat(code(stage.cancel(person, id))).isEqualTo("ALREADY_USED");
    }

    @Test
    void hidesBookingsOfOthers() {
        long id = stage.book(person, stage.date(false, "1"), 1)
                .body()
                .path("bookingId")
                .asLong();
        SandboxBeneficiary other = stage.sandbox.beneficiary(0);

        assertThat(stage.cancel(other, id).status()).isEqualTo(404);
        assertThat(stage.http
                        .call("GET", "/native/v2/bookings/" + id, other.accessToken(), "")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void wantsAnAccessToken() {
        assertThat(stage.http.call("GET", "/native/v1/me", "", "").status()).isEqualTo(401);
        assertThat(stage.http
                        .call("GET", "/native/v1/me", "00000000-0000-0000-0000-000000000000", "")
                        .status())
                .isEqualTo(401);
        assertThat(stage.http
                        .call("GET", "/native/v1/me", stage.provider.apiKey(), "")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void refusesAnOfferBookedBeforeOnAnyDate() {
        long date = stage.date(false, "10");
        stage.book(person, date, 1);

        assertThat(code(stage.book(person, date, 1))).isEqualTo("ALREADY_BOOKED");
    }

    @Test
    void refusesTwoPlacesOfASingleOfferBeforeItLooksAtTheStock() {
        long date = stage.date("'enableDoubleBookings':false", SOON, "0", 1250);

        assertThat(stage.book(person, date, 2).status()).isEqualTo(400);
        assertThat(stage.book(person, date, 2).body().has("quantity")).isTrue();
        assertThat(code(stage.book(person, date, 1))).isEqualTo("STOCK_NOT_BOOKABLE");
    }

    @Test
    void refusesThreePlacesAndNone() {
        long date = stage.date(false, "10");

        assertThat(stage.book(person, date, 3).body().has("quantity")).isTrue();
        assertThat(stage.book(person, date, 0).body().has("quantity")).isTrue();
    }

    @Test
    void refusesOnceTheEventStartsOrTheLimitIsReached() {
        assertThat(code(stage.book(person, stage.date(CONFERENCE, "2026-03-02T10:00:00Z", "10", 0), 1)))
                .isEqualTo("STOCK_NOT_BOOKABLE");
        assertThat(stage.book(person, stage.date(CONFERENCE, "2026-03-02T10:00:01Z", "10", 0), 1)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesWhatIsNotReleased() {
        for (String hidden : new String[] {
            "'validation':'PENDING'",
            "'publicationDatetime':null",
            "'publicationDatetime':'2026-03-02T10:00:01Z'",
            "'bookingAllowedDatetime':'2026-03-02T10:00:01Z'"
        }) {
            assertThat(code(stage.book(person, stage.date(hidden, SOON, "10", 0), 1)))
                    .as(hidden)
                    .isEqualTo("STOCK_NOT_BOOKABLE");
        }
        long date = stage.date(CONFERENCE, SOON, "10", 0);
        stage.http.control("PATCH", "/offerers/" + stage.venue.offererId(), "{'closed':true}");
        assertThat(code(stage.book(person, date, 1))).isEqualTo("STOCK_NOT_BOOKABLE");
    }

    @Test
    void spendsTheLastCentButNotOneMore() {
        SandboxBeneficiary exact = stage.sandbox.beneficiary(2500);
        SandboxBeneficiary short1 = stage.sandbox.beneficiary(2499);
        long date = stage.date(false, "10");

        assertThat(code(stage.book(short1, date, 2))).isEqualTo("INSUFFICIENT_CREDIT");
        assertThat(stage.book(exact, date, 2).status()).isEqualTo(200);
        assertThat(exact.remainingCredit()).isZero();
    }

    @Test
    void limitsDigitalOffersToAHundredEuros() {
        String online = "'category':'VOD','url':'https://example.org/{token}'";
        assertThat(stage.book(person, stage.product(online, "'price':9000"), 1).status())
                .isEqualTo(200);

        assertThat(code(stage.book(person, stage.product(online, "'price':1001"), 1)))
                .isEqualTo("INSUFFICIENT_CREDIT");
        assertThat(stage.book(person, stage.product(online, "'price':1000"), 1).status())
                .isEqualTo(200);
        assertThat(stage.book(person, stage.product("'category':'LIVRE_PAPIER'", "'price':1500"), 1)
                        .status())
                .isEqualTo(200);
        var credit = stage.http
                .call("GET", "/native/v1/me", person.accessToken(), "")
                .body()
                .path("domainsCredit");
        assertThat(credit.path("all").path("remaining").asInt()).isEqualTo(30_000 - 11_500);
        assertThat(credit.path("digital").path("initial").asInt()).isEqualTo(10_000);
        assertThat(credit.path("digital").path("remaining").asInt()).isZero();
    }

    @Test
    void doesNotChargeBookingsOfTheControlPlane() {
        long date = stage.date(false, "10");
        stage.http.control("POST", "/bookings", "{'beneficiaryId':%d,'stockId':%d}".formatted(person.id(), date));

        assertThat(person.remainingCredit()).isEqualTo(30_000);
    }

    @Test
    void keepsGamesFromMinors() {
        long adult = stage.sandbox.beneficiary(5000).id();
        var minor = stage.http.control("POST", "/beneficiaries", "{'birthDate':'2008-03-03','credit':5000}");
        long game = stage.product("'category':'JEU_EN_LIGNE','url':'https://example.org'", "'price':0");
        String body = "{'stockId':%d,'quantity':1}".formatted(game);
        String token = minor.path("accessToken").asText();

        assertThat(adult).isPositive();
        assertThat(code(stage.http.call("POST", "/native/v1/bookings", token, body)))
                .isEqualTo("OFFER_CATEGORY_NOT_BOOKABLE_BY_USER");
        stage.sandbox.clock().advance(Duration.ofDays(1));
        assertThat(stage.http.call("POST", "/native/v1/bookings", token, body).status())
                .isEqualTo(200);
    }

    @Test
    void usesABookingWithAnActivationCodeAtOnce() {
        String codes = "'price':500,'activationCodes':['CODE-1']";
        long stock = stage.product("'category':'ABO_PRESSE_EN_LIGNE','url':'https://example.org'", codes);

        long id = stage.book(person, stock, 1).body().path("bookingId").asLong();

        var seen = stage.http
                .call("GET", "/native/v2/bookings/" + id, person.accessToken(), "")
                .body();
        assertThat(seen.path("ticket").path("activationCode").path("code").asText())
                .isEqualTo("CODE-1");
        assertThat(seen.path("dateUsed").asText()).isEqualTo("2026-03-02T10:00:00Z");
        assertThat(code(stage.cancel(person, id))).isEqualTo("ALREADY_USED");
        assertThat(code(stage.book(stage.sandbox.beneficiary(5000), stock, 1))).isEqualTo("STOCK_NOT_BOOKABLE");
    }

    @Test
    void refusesAStockItDoesNotKnowAndABodyItCannotRead() {
        assertThat(stage.book(person, 999, 1).body().has("stock")).isTrue();
        var reply = stage.http.call("POST", "/native/v1/bookings", person.accessToken(), "{'stockId':'x'}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body().fieldNames()).toIterable().containsExactly("quantity", "stockId");
    }

    private static String code(Http.Reply reply) {
        assertThat(reply.status()).isEqualTo(400);
        return reply.body().path("code").asText();
    }
}
