package fr.passerelle.sandbox.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.contract.SentRequests;
import fr.passerelle.error.AuthenticationException;
import fr.passerelle.error.BadRequestException;
import fr.passerelle.error.BookingRefusedException;
import fr.passerelle.error.CallException;
import fr.passerelle.error.NotFoundException;
import fr.passerelle.error.SignInRequiredException;
import fr.passerelle.http.Environment;
import fr.passerelle.model.app.AccountState;
import fr.passerelle.model.app.AppBooking;
import fr.passerelle.model.app.AppOffer;
import fr.passerelle.model.app.AppStock;
import fr.passerelle.model.app.BookingRefusal;
import fr.passerelle.model.app.CreditByDomain;
import fr.passerelle.model.app.DepositType;
import fr.passerelle.model.app.Device;
import fr.passerelle.model.app.ExpenseDomain;
import fr.passerelle.model.app.Profile;
import fr.passerelle.model.app.UserRole;
import fr.passerelle.model.app.YoungStatus;
import fr.passerelle.model.booking.BookingStatus;
import fr.passerelle.model.offer.CategoryId;
import fr.passerelle.model.value.Price;
import fr.passerelle.passculture.AppTokens;
import fr.passerelle.passculture.BeneficiaryClient;
import fr.passerelle.passculture.TokenListener;
import fr.passerelle.ratelimit.RateLimiter;
import fr.passerelle.sandbox.SandboxBeneficiary;
import fr.passerelle.sandbox.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The whole way: the client of the app against the offline programme. */
class BeneficiaryClientTest {

    private final Stage stage = new Stage();
    private final SandboxBeneficiary person = stage.sandbox.beneficiary(30_000);
    private final BeneficiaryClient app = BeneficiaryClient.builder()
            .environment(new Environment(stage.sandbox.baseUrl()))
            .rateLimiter(RateLimiter.unlimited())
            .okHttpClient(SentRequests.okHttpClient())
            .build();

    @AfterEach
    void stop() {
        app.close();
        stage.close();
    }

    private void signIn() {
        app.signIn(person.email(), person.password().toCharArray());
    }

    /** Makes somebody with this birth date and signs in. */
    private void signIn(String birthDate, long credit, String more) {
        var made = stage.http.control(
                "POST", "/beneficiaries", "{'birthDate':'%s','credit':%d%s}".formatted(birthDate, credit, more));
        app.signIn(made.path("email").asText(), person.password().toCharArray());
    }

    private CreditByDomain credit() {
        return Objects.requireNonNull(app.me().credit(), "credit");
    }

    private long offerOf(long bookingId) {
        return app.booking(bookingId).stock().offer().id();
    }

    private static BookingRefusal refusal(Runnable call) {
        try {
            call.run();
        } catch (BookingRefusedException refused) {
            return refused.refusal();
        }
        throw new AssertionError("it should have been refused");
    }

    @Test
    void signsInWithThePasswordThatEverybodyHas() {
        assertThat(app.signIn(person.email(), person.password().toCharArray())).isEqualTo(AccountState.ACTIVE);
        assertThat(app.me().id()).isEqualTo(person.id());
    }

    @Test
    void refusesAnyOtherPassword() {
        assertThatThrownBy(() -> app.signIn(person.email(), "guess".toCharArray()))
                .isInstanceOf(BadRequestException.class);
        assertThatThrownBy(
                        () -> app.signIn("nobody@example.org", person.password().toCharArray()))
                .isInstanceOf(BadRequestException.class);
    }

    @Test
    void renewsItsTokenWhenItIsOver() {
        signIn();
        stage.sandbox.clock().advance(Duration.ofMinutes(15));

        assertThat(app.me().id()).isEqualTo(person.id());
        assertThat(stage.sandbox.journal().entries())
                .filteredOn(entry -> entry.path().endsWith("/refresh_access_token"))
                .hasSize(1);
    }

    @Test
    void hasToSignInAgainAfterAMonth() {
        signIn();
        stage.sandbox.clock().advance(Duration.ofDays(30));

        assertThatThrownBy(app::me).isInstanceOf(AuthenticationException.class);
    }

    /** The month runs from signing in, however often the tokens are renewed. */
    @Test
    void renewingPutsTheEndOffByNothing() {
        signIn();
        stage.sandbox.clock().advance(Duration.ofDays(20));
        app.me();
        stage.sandbox.clock().advance(Duration.ofDays(10));

        assertThatThrownBy(app::me)
                .isInstanceOf(SignInRequiredException.class)
                .hasMessageContaining("the person has to sign in again");
    }

    @Test
    void signsOutForGood() {
        List<AppTokens> kept = new ArrayList<>();
        try (BeneficiaryClient telephone = telephone("a-telephone", kept).build()) {
            telephone.signIn(person.email(), person.password().toCharArray());
            telephone.signOut();
        }

        try (BeneficiaryClient later = telephone("a-telephone", List.of())
                .accessToken(kept.get(0).access(), kept.get(0).refresh())
                .build()) {
            assertThatThrownBy(later::me).isInstanceOf(SignInRequiredException.class);
        }
    }

    @Test
    void goesOnWithKeptTokensOnTheSameDevice() {
        List<AppTokens> kept = new ArrayList<>();
        try (BeneficiaryClient telephone = telephone("a-telephone", kept).build()) {
            telephone.signIn(person.email(), person.password().toCharArray());
        }
        stage.sandbox.clock().advance(Duration.ofMinutes(15));

        assertThat(meOn("a-telephone", kept.get(0), kept)).isEqualTo(person.id());
        assertThat(kept).hasSize(2).doesNotHaveDuplicates();
        assertThatThrownBy(() -> meOn("a-telephone", kept.get(0), kept))
                .as("the tokens of before")
                .isInstanceOf(SignInRequiredException.class);
        stage.sandbox.clock().advance(Duration.ofMinutes(15));
        assertThatThrownBy(() -> meOn("another-telephone", kept.get(1), kept))
                .isInstanceOf(SignInRequiredException.class);
        assertThat(meOn("a-telephone", kept.get(1), kept)).isEqualTo(person.id());
    }

    private long meOn(String device, AppTokens tokens, List<AppTokens> kept) {
        try (BeneficiaryClient telephone = telephone(device, kept)
                .accessToken(tokens.access(), tokens.refresh())
                .build()) {
            return telephone.me().id();
        }
    }

    private BeneficiaryClient.Builder telephone(String device, List<AppTokens> kept) {
        return BeneficiaryClient.builder()
                .environment(new Environment(stage.sandbox.baseUrl()))
                .device(Device.of(device))
                .rateLimiter(RateLimiter.unlimited())
                .okHttpClient(SentRequests.okHttpClient())
                .tokenListener(new TokenListener() {
                    @Override
                    public void onTokens(AppTokens tokens) {
                        kept.add(tokens);
                    }

                    @Override
                    public void onTokensEnded() {}
                });
    }

    @Test
    void aResetSignsEverybodyOut() {
        signIn();
        stage.sandbox.reset();

        assertThatThrownBy(app::me).isInstanceOf(AuthenticationException.class);
    }

    @Test
    void showsTheCreditOfAnAdult() {
        signIn();
        Profile me = app.me();

        assertThat(me.roles()).containsExactly(UserRole.BENEFICIARY);
        assertThat(me.status().status()).isEqualTo(YoungStatus.BENEFICIARY);
        assertThat(me.depositType()).isEqualTo(DepositType.GRANT_17_18);
        assertThat(me.depositExpirationDate()).isEqualTo(Instant.parse("2029-03-02T11:00:00Z"));
        assertThat(credit().all()).isEqualTo(part(30_000, 30_000));
        assertThat(credit().digital()).isEqualTo(part(10_000, 10_000));
        assertThat(credit().physical()).isNull();
    }

    @Test
    void givesAMinorOfTheFormerSchemeNoDigitalCeiling() {
        signIn("2010-01-01", 3_000, "");

        assertThat(app.me().depositType()).isEqualTo(DepositType.GRANT_15_17);
        assertThat(credit().digital()).isNull();
    }

    @Test
    void knowsTheCeilingsOfTheTerritories() {
        signIn("2008-01-01", 30_000, ",'postalCode':'97500'");
        assertThat(credit().digital()).isEqualTo(part(20_000, 20_000));
        signIn("2008-01-01", 30_000, ",'postalCode':'98600'");
        assertThat(credit().digital()).isNull();
    }

    @Test
    void theCreditEndsOnThe21stBirthday() {
        signIn("2005-03-03", 30_000, "");
        long date = stage.date(false, "10");
        stage.sandbox.clock().advance(Duration.ofDays(1));
        assertThat(credit().all().remaining()).isEqualTo(Price.euros("300"));
        stage.sandbox.clock().advance(Duration.ofHours(1));

        assertThat(app.me().status().status()).isEqualTo(YoungStatus.EX_BENEFICIARY);
        assertThat(credit().all()).isEqualTo(part(30_000, 0));
        assertThat(refusal(() -> app.book(date, 1))).isEqualTo(BookingRefusal.INSUFFICIENT_CREDIT);
    }

    @Test
    void booksSeesAndCancels() {
        signIn();
        long date = stage.date(false, "10");

        long id = app.book(date, 2);

        assertThat(credit().all().remaining()).isEqualTo(Price.cents(30_000 - 2 * 1250));
        assertThat(app.me().bookedOffers()).containsEntry(offerOf(id), id);
        AppBooking booking = app.booking(id);
        assertThat(booking.status()).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(booking.totalPrice()).isEqualTo(Price.euros("25"));
        assertThat(Objects.requireNonNull(booking.ticket().countermark()).value())
                .isEqualTo(stage.sandbox.countermark(id));
        assertThat(app.bookings().ongoing()).extracting(AppBooking::id).containsExactly(id);

        app.cancel(id);
        app.cancel(id);

        assertThat(credit().all()).isEqualTo(part(30_000, 30_000));
        assertThat(app.me().bookedOffers()).isEmpty();
        assertThat(app.bookings().ended()).singleElement().satisfies(ended -> {
            assertThat(ended.status()).isEqualTo(BookingStatus.CANCELLED);
            assertThat(String.valueOf(ended.cancellationReason())).isEqualTo("BENEFICIARY");
        });
    }

    @Test
    void settlesALostResponseByLookingAtTheProfile() {
        signIn();
        long date = stage.date(false, "10");
        stage.http.control(
                "POST",
                "/faults",
                "{'method':'POST','path':'/native/v1/bookings','times':1,'effect':{'kind':'dropAfter'}}");

        assertThatThrownBy(() -> app.book(date, 1))
                .isInstanceOfSatisfying(
                        CallException.class,
                        lost -> assertThat(lost.mayHaveBeenProcessed()).isTrue());

        assertThat(app.me().bookedOffers()).hasSize(1);
        assertThat(refusal(() -> app.book(date, 1))).isEqualTo(BookingRefusal.ALREADY_BOOKED);
    }

    @Test
    void namesEachRefusal() {
        signIn();
        long single = stage.date("'category':'CONFERENCE'", "2026-03-12T19:00:00Z", "10", 1250);
        assertThat(refusal(() -> app.book(single, 2))).isEqualTo(BookingRefusal.QUANTITY);
        long dear = stage.date("'category':'CONFERENCE'", "2026-03-12T19:00:00Z", "10", 30_001);
        assertThat(refusal(() -> app.book(dear, 1))).isEqualTo(BookingRefusal.INSUFFICIENT_CREDIT);
        long soldOut = stage.date(false, "0");
        assertThat(refusal(() -> app.book(soldOut, 1))).isEqualTo(BookingRefusal.STOCK_NOT_BOOKABLE);
        assertThat(refusal(() -> app.book(999_999, 1))).isEqualTo(BookingRefusal.STOCK);
        long id = app.book(single, 1);
        assertThat(refusal(() -> app.book(single, 1))).isEqualTo(BookingRefusal.ALREADY_BOOKED);
        stage.sandbox.clock().advance(Duration.ofDays(2));
        assertThat(refusal(() -> app.cancel(id))).isEqualTo(BookingRefusal.CONFIRMED_BOOKING);
    }

    @Test
    void keepsMinorsFromWhatIsForAdults() {
        signIn("2008-09-01", 5_000, "");
        long game = stage.product("'category':'JEU_EN_LIGNE','url':'https://example.org'", "'price':0");

        assertThat(refusal(() -> app.book(game, 1))).isEqualTo(BookingRefusal.CATEGORY_NOT_BOOKABLE);
    }

    @Test
    void keepsFreeOffersFromTheGeneralPublic() {
        signIn("2015-01-01", 0, "");
        long free = stage.date("'category':'CONFERENCE'", "2026-03-12T19:00:00Z", "10", 0);

        assertThat(refusal(() -> app.book(free, 1))).isEqualTo(BookingRefusal.FREE_OFFERS);
        assertThat(app.me().beneficiary()).isFalse();
        assertThat(app.me().credit()).isNull();
    }

    @Test
    void holdsTheDigitalCeiling() {
        signIn();
        long first = stage.product("'category':'VOD','url':'https://example.org'", "'price':6000");
        long second = stage.product("'category':'VOD','url':'https://example.org'", "'price':4001");
        app.book(first, 1);

        assertThat(refusal(() -> app.book(second, 1))).isEqualTo(BookingRefusal.INSUFFICIENT_CREDIT);
        assertThat(credit().digital()).isEqualTo(part(10_000, 4_000));
        assertThat(credit().all()).isEqualTo(part(30_000, 24_000));
    }

    @Test
    void showsAnOfferBeforeAnybodySignsIn() {
        long date = stage.date(false, "3");
        signIn();
        long id = app.book(date, 2);
        AppOffer offer = app.offer(offerOf(id));

        assertThat(offer.name()).isEqualTo("Concert d’été");
        assertThat(offer.category()).isEqualTo(CategoryId.RENCONTRE);
        assertThat(offer.expenseDomains()).containsExactly(ExpenseDomain.ALL);
        assertThat(offer.released()).isTrue();
        AppStock stock = offer.stocks().get(0);
        assertThat(stock.id()).isEqualTo(date);
        assertThat(stock.remainingQuantity()).isEqualTo(1);
        assertThat(stock.bookable()).isTrue();
        assertThat(stock.cancellationLimit()).isEqualTo(Stage.NOW.plus(Duration.ofDays(2)));
        try (BeneficiaryClient nobody = BeneficiaryClient.builder()
                .environment(new Environment(stage.sandbox.baseUrl()))
                .build()) {
            assertThat(nobody.offer(offer.id())).isEqualTo(offer);
        }
    }

    @Test
    void saysWhenAnOfferIsSoldOutOrOver() {
        long date = stage.date(false, "1");
        signIn();
        long offer = offerOf(app.book(date, 1));
        assertThat(app.offer(offer).soldOut()).isTrue();
        assertThat(app.offer(offer).stocks().get(0).bookable()).isFalse();
        stage.sandbox.clock().advance(Duration.ofDays(11));
        assertThat(app.offer(offer).expired()).isTrue();
    }

    @Test
    void showsNoOfferThatIsNotApproved() {
        assertThatThrownBy(() -> app.offer(4)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void filesWhatWasUsedUnderWhatIsOver() {
        signIn();
        long id = app.book(stage.date(false, "1"), 1);
        stage.sandbox.clock().advance(Duration.ofDays(13));
        assertThat(app.bookings().ongoing()).hasSize(1);

        stage.sandbox.runJob("use-past-events");

        assertThat(app.bookings().ended()).extracting(AppBooking::id).containsExactly(id);
        assertThat(app.booking(id).status()).isEqualTo(BookingStatus.USED);
        assertThat(app.bookings().bookingsAfter18()).isTrue();
    }

    @Test
    void knowsEveryCategoryAndTheAmountsOfTheLaw() {
        assertThat(app.subcategories()).hasSize(73).allMatch(row -> row.id().known());
        var settings = app.settings();
        assertThat(settings.depositAmounts().at15()).isEqualTo(Price.FREE);
        assertThat(settings.depositAmounts().at17()).isEqualTo(Price.euros("50"));
        assertThat(settings.depositAmounts().at18()).isEqualTo(Price.euros("150"));
        assertThat(Objects.requireNonNull(settings.bonus()).amount()).isEqualTo(Price.euros("50"));
        assertThat(settings.ineligiblePostalCodes()).contains("98811");
    }

    private static CreditByDomain.Part part(long initial, long remaining) {
        return new CreditByDomain.Part(Price.cents(initial), Price.cents(remaining));
    }
}
