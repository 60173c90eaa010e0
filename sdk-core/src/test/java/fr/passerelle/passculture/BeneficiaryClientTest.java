package fr.passerelle.passculture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.passerelle.error.AuthenticationException;
import fr.passerelle.error.BadRequestException;
import fr.passerelle.error.BookingRefusedException;
import fr.passerelle.error.CallException;
import fr.passerelle.error.TransportException;
import fr.passerelle.error.UnreadableResponseException;
import fr.passerelle.http.Environment;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.internal.call.VirtualTime;
import fr.passerelle.model.app.AccountState;
import fr.passerelle.model.app.AppBooking;
import fr.passerelle.model.app.AppOffer;
import fr.passerelle.model.app.AppSettings;
import fr.passerelle.model.app.BookingRefusal;
import fr.passerelle.model.app.CreditByDomain;
import fr.passerelle.model.app.Profile;
import fr.passerelle.model.app.UserRole;
import fr.passerelle.model.app.YoungStatus;
import fr.passerelle.model.booking.BookingStatus;
import fr.passerelle.model.offer.CategoryId;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.value.Countermark;
import fr.passerelle.model.value.Price;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect.CloseSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeneficiaryClientTest {

    private static final char[] PASSWORD = "s3cret".toCharArray();

    private final Server server;
    private static final RequestOptions READING =
            RequestOptions.builder().readBeforeWrite(true).build();

    private BeneficiaryClient app;

    BeneficiaryClientTest() throws IOException {
        server = new Server();
        app = server.app()
                .accessToken("access-1", "refresh-1")
                .time(new VirtualTime())
                .build();
    }

    @AfterEach
    void close() {
        app.close();
        server.close();
    }

    @Test
    void talksToTheIntegrationEnvironmentUnlessToldOtherwise() {
        try (BeneficiaryClient usual = BeneficiaryClient.builder().build()) {
            assertThat(usual).hasToString("BeneficiaryClient[" + Environment.INTEGRATION.baseUrl() + "]");
        }
    }

    @Test
    void signsInAndCallsWithTheTokenItGot() throws InterruptedException {
        server.response(200, AppSamples.SIGNED_IN).response(200, AppSamples.PROFILE);
        try (BeneficiaryClient nobody = server.app().build()) {
            assertThat(nobody.signIn("a@example.org", PASSWORD)).isEqualTo(AccountState.ACTIVE);
            nobody.me();
        }

        RecordedRequest signIn = server.request();
        assertThat(signIn.getTarget()).isEqualTo("/native/v2/signin");
        assertThat(signIn.getHeaders().get("Authorization")).isNull();
        assertThat(signIn.getBody().utf8())
                .contains(
                        "\"identifier\":\"a@example.org\"",
                        "\"password\":\"s3cret\"",
                        "\"deviceInfo\":{\"deviceId\":\"device-1\",\"os\":\"Linux\"}");
        assertThat(server.request().getHeaders().get("Authorization")).isEqualTo("Bearer access-1");
    }

    @Test
    void leavesTheCallersPasswordAlone() {
        server.response(200, AppSamples.SIGNED_IN);
        char[] password = PASSWORD.clone();
        app.signIn("a@example.org", password);
        assertThat(password).isEqualTo(PASSWORD);
    }

    @Test
    void refusesWhatNeedsAPersonBeforeAnybodyIsSignedIn() {
        try (BeneficiaryClient nobody = server.app().build()) {
            assertThatThrownBy(nobody::me)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("signIn");
        }
        assertThat(server.requests()).isZero();
    }

    @Test
    void showsOffersToAnybody() throws InterruptedException {
        server.response(200, AppSamples.OFFER);
        AppOffer offer = app.offer(12);

        assertThat(offer.category()).isEqualTo(CategoryId.SPECTACLE_REPRESENTATION);
        assertThat(offer.duo()).isTrue();
        assertThat(offer.expenseDomains()).extracting(Object::toString).containsExactly("all", "holographic");
        assertThat(offer.stocks()).singleElement().satisfies(stock -> {
            assertThat(stock.price()).isEqualTo(Price.euros("25"));
            assertThat(stock.bookable()).isTrue();
            assertThat(stock.remainingQuantity()).isEqualTo(3);
        });
        assertThat(offer.images()).containsEntry("recto", new AppOffer.Picture("https://example.org/1", null));
        assertThat(offer.artists()).containsExactly(new AppOffer.Artist(null, "Molière"));
        RecordedRequest request = server.request();
        assertThat(request.getTarget()).isEqualTo("/native/v3/offer/12");
        assertThat(request.getHeaders().get("Authorization")).isNull();
    }

    @Test
    void readsAProfileAndHidesWhoItIs() {
        server.response(200, AppSamples.PROFILE);
        Profile me = app.me();

        CreditByDomain credit = Objects.requireNonNull(me.credit(), "credit");
        assertThat(credit.all().remaining()).isEqualTo(Price.euros("125"));
        assertThat(credit.digital()).isEqualTo(new CreditByDomain.Part(Price.euros("100"), Price.euros("100")));
        assertThat(credit.physical()).isNull();
        assertThat(me.roles()).containsExactly(UserRole.BENEFICIARY, UserRole.of("ASTRONAUT"));
        assertThat(me.status().status()).isEqualTo(YoungStatus.BENEFICIARY);
        assertThat(me.bookedOffers()).containsEntry(12L, 501L);
        assertThat(me.beneficiary()).isTrue();
        assertThat(me.email()).isEqualTo("canary.person@example.org");
        assertThat(me.toString())
                .doesNotContain("canary", "Canar", "Serin", "2008-02-29", "+33600000042", "75002", "Serinville");
    }

    @Test
    void booksAndResponsesTheId() throws InterruptedException {
        server.response(200, "{\"bookingId\":501}");

        assertThat(app.book(77, 2)).isEqualTo(501);

        RecordedRequest request = server.request();
        assertThat(request.getMethod()).isEqualTo("POST");
        assertThat(request.getBody().utf8()).contains("\"stockId\":77", "\"quantity\":2");
    }

    @Test
    void refusesMoreThanADuoByItself() {
        assertThatThrownBy(() -> app.book(77, 3))
                .isInstanceOf(RuleViolationException.class)
                .hasMessageContaining("quantity");
        assertThat(server.requests()).isZero();
    }

    @Test
    void readsABookingWithItsTicket() {
        server.response(200, AppSamples.booking(501));
        AppBooking booking = app.booking(501);

        assertThat(booking.status()).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(booking.totalPrice()).isEqualTo(Price.euros("50"));
        assertThat(booking.cancellationLimit()).isEqualTo(Instant.parse("2026-11-22T10:00:00.5Z"));
        assertThat(booking.ticket().countermark()).isEqualTo(Countermark.of("KNR237"));
        assertThat(booking.ticket().seats()).isEmpty();
        assertThat(booking.stock().offer().name()).isEqualTo("Le Bourgeois gentilhomme");
        assertThat(booking.toString()).doesNotContain("KNR237", "canary");
    }

    @Test
    void listsWhatIsAheadAndWhatIsOver() {
        server.response(200, AppSamples.bookings());

        assertThat(app.bookings().all()).extracting(AppBooking::id).containsExactly(501L, 400L);
    }

    @Test
    void cancels() throws InterruptedException {
        server.response(204, "");
        app.cancel(501);
        assertThat(server.request().getTarget()).isEqualTo("/native/v1/bookings/501/cancel");
    }

    @Test
    void readsSubcategoriesAndSettings() {
        server.response(200, AppSamples.SUBCATEGORIES).response(200, AppSamples.SETTINGS);

        assertThat(app.subcategories())
                .extracting(subcategory -> subcategory.id().known())
                .containsExactly(true, false);
        AppSettings settings = app.settings();
        assertThat(settings.depositAmounts().at18()).isEqualTo(Price.euros("150"));
        assertThat(settings.bonus()).isEqualTo(new AppSettings.Bonus(Price.euros("50"), 700));
        assertThat(settings.ineligiblePostalCodes()).containsExactly("98811");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"code\":\"ALREADY_BOOKED\"} | ALREADY_BOOKED",
                "{\"code\":\"INSUFFICIENT_CREDIT\"} | INSUFFICIENT_CREDIT",
                "{\"code\":\"STOCK_NOT_BOOKABLE\"} | STOCK_NOT_BOOKABLE",
                "{\"code\":\"OFFER_CATEGORY_NOT_BOOKABLE_BY_USER\"} | OFFER_CATEGORY_NOT_BOOKABLE_BY_USER",
                "{\"code\":\"PROVIDER_BOOKING_TIMEOUT\",\"message\":\"x\"} | PROVIDER_BOOKING_TIMEOUT",
                "{\"quantity\":[\"one\"]} | quantity",
                "{\"stock\":\"none\"} | stock",
                "{\"cannotBookFreeOffers\":[\"no\"]} | cannotBookFreeOffers"
            })
    void saysWhyABookingIsRefused(String body, String refusal) {
        server.response(400, body);

        BookingRefusedException refused = catchThrowableOfType(BookingRefusedException.class, () -> app.book(77, 1));

        assertThat(refused.refusal()).isEqualTo(BookingRefusal.of(refusal));
        assertThat(refused.refusal().known()).isTrue();
    }

    @Test
    void keepsACodeThatNobodyKnowsYet() {
        server.response(400, "{\"code\":\"ON_THE_MOON\"}");

        assertThatThrownBy(() -> app.cancel(501))
                .isInstanceOfSatisfying(
                        BookingRefusedException.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(BookingRefusal.of("ON_THE_MOON")));
    }

    @Test
    void takesA400WithoutAWordForAPlainOne() {
        server.response(400, "{\"whatever\":[\"x\"]}");

        assertThatThrownBy(() -> app.book(77, 1))
                .isInstanceOf(BadRequestException.class)
                .isNotInstanceOf(BookingRefusedException.class);
    }

    @Test
    void renewsTheTokenOnceAndCallsAgain() throws InterruptedException {
        server.response(401, "{}").response(200, AppSamples.RENEWED).response(200, "{\"bookingId\":501}");

        assertThat(app.book(77, 1)).isEqualTo(501);

        assertThat(bearers(3)).containsExactly("Bearer access-1", "Bearer refresh-1", "Bearer access-2");
    }

    /** Each of them is good for one renewal. */
    @Test
    void keepsTheLastRefreshToken() throws InterruptedException {
        server.response(401, "{}").response(200, AppSamples.RENEWED).response(200, "{\"bookingId\":501}");
        server.response(401, "{}").response(200, AppSamples.RENEWED).response(200, "{\"bookingId\":502}");

        app.book(77, 1);
        app.book(78, 1);

        assertThat(bearers(5))
                .containsExactly(
                        "Bearer access-1",
                        "Bearer refresh-1",
                        "Bearer access-2",
                        "Bearer access-2",
                        "Bearer refresh-2");
    }

    @Test
    void givesUpAfterOneRenewal() {
        server.response(401, "{}").response(200, AppSamples.RENEWED).response(401, "{}");

        assertThatThrownBy(app::me).isInstanceOf(AuthenticationException.class);
        assertThat(server.requests()).isEqualTo(3);
    }

    @Test
    void renewsNothingWithoutARefreshToken() {
        server.response(401, "{}");
        try (BeneficiaryClient brief = server.app().accessToken("access-1").build()) {
            assertThatThrownBy(brief::me).isInstanceOf(AuthenticationException.class);
        }
        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void aWrongPasswordRenewsNothing() {
        server.response(401, "{}");

        assertThatThrownBy(() -> app.signIn("a@example.org", PASSWORD)).isInstanceOf(AuthenticationException.class);
        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void neverClaimsThatABookingMayHaveHappenedWhenTheRenewalFailed() {
        server.response(401, "{}").response(500, "{}").response(500, "{}").response(500, "{}");

        assertThatThrownBy(() -> app.book(77, 1))
                .isInstanceOfSatisfying(
                        TransportException.class,
                        failed -> assertThat(failed.mayHaveBeenProcessed()).isFalse());
    }

    @Test
    void renewsOnceForAllTheCallsThatFailTogether() throws Exception {
        RotatingServer rotating = new RotatingServer(server, 1_000);
        rotating.expire();
        List<CompletableFuture<Profile>> calls =
                Stream.generate(() -> app.async().me()).limit(8).toList();
        for (var call : calls) {
            assertThat(call.get(60, TimeUnit.SECONDS).id()).isEqualTo(42);
        }
        assertThat(rotating.renewals()).isEqualTo(1);
    }

    @Test
    void neverRepeatsABookingWhoseResponseIsLost() {
        server.response(
                new MockResponse.Builder().onResponseStart(new CloseSocket()).build());

        assertThatThrownBy(() -> app.book(77, 1))
                .isInstanceOfSatisfying(
                        CallException.class,
                        lost -> assertThat(lost.mayHaveBeenProcessed()).isTrue())
                .hasMessageContaining("read bookings() before booking again");
        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void findsABookingThatWasNotThereBefore() {
        String none = "{\"ongoingBookings\":[],\"endedBookings\":[]}";
        server.response(200, none).response(500, "{}").response(200, AppSamples.bookings());

        assertThat(app.with(READING).book(77, 2)).isEqualTo(501);
        assertThat(server.requests()).isEqualTo(3);
    }

    /** Somebody booked before: that is no proof of this call. */
    @Test
    void aBookingThatWasThereBeforeProvesNothing() {
        server.response(200, AppSamples.bookings())
                .response(500, "{}")
                .response(200, AppSamples.bookings())
                .response(200, AppSamples.bookings());

        assertThatThrownBy(() -> app.with(READING).book(77, 2))
                .isInstanceOfSatisfying(
                        CallException.class,
                        lost -> assertThat(lost.mayHaveBeenProcessed()).isTrue());
        assertThat(server.requests()).as("a booking, and three reads").isEqualTo(4);
    }

    @Test
    void repeatsACancellationWhoseResponseIsLost() {
        server.response(new MockResponse.Builder()
                        .onResponseStart(new CloseSocket())
                        .build())
                .response(204, "");

        app.cancel(501);

        assertThat(server.requests()).isEqualTo(2);
    }

    @Test
    void refusesToSignInWithoutTokens() {
        server.response(200, "{\"accountState\":\"ACTIVE\"}");

        assertThatThrownBy(() -> app.signIn("a@example.org", PASSWORD))
                .isInstanceOf(UnreadableResponseException.class)
                .hasMessageContaining("/accessToken");
    }

    @Test
    void responsesFuturesAlike() throws Exception {
        server.response(200, AppSamples.SIGNED_IN)
                .response(200, AppSamples.OFFER)
                .response(200, "{\"bookingId\":501}")
                .response(200, AppSamples.bookings())
                .response(200, AppSamples.booking(501))
                .response(204, "")
                .response(200, AppSamples.SUBCATEGORIES)
                .response(200, AppSamples.SETTINGS);
        BeneficiaryClient.Async later = app.async();

        assertThat(later.signIn("a@example.org", PASSWORD).get()).isEqualTo(AccountState.ACTIVE);
        assertThat(later.offer(12).get().id()).isEqualTo(12);
        assertThat(later.book(77, 1).get()).isEqualTo(501);
        assertThat(later.bookings().get().ended()).hasSize(1);
        assertThat(later.booking(501).get().id()).isEqualTo(501);
        later.cancel(501).get();
        assertThat(later.subcategories().get()).hasSize(2);
        assertThat(later.settings().get().accountCreationMinimumAge()).isEqualTo(15);
    }

    @Test
    void refusesATokenThatNoHeaderCanCarry() {
        assertThatThrownBy(() -> BeneficiaryClient.builder().accessToken("can ary"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("accessToken")
                .hasMessageNotContaining("ary\"");
    }

    @Test
    void forgetsThePersonWhenClosed() {
        app.close();
        assertThatThrownBy(app::me).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
    }

    private List<String> bearers(int count) throws InterruptedException {
        List<String> bearers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            bearers.add(String.valueOf(server.request().getHeaders().get("Authorization")));
        }
        return bearers;
    }
}
