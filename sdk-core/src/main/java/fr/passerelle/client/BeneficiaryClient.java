package fr.passerelle.client;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import fr.passerelle.client.error.Failures;
import fr.passerelle.internal.Endpoint;
import fr.passerelle.internal.call.Calls;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.internal.call.RenewalChannel;
import fr.passerelle.internal.call.Session;
import fr.passerelle.internal.http.HeaderRules;
import fr.passerelle.internal.json.AnswerDecoder;
import fr.passerelle.internal.json.Json;
import fr.passerelle.model.beneficiary.AccountState;
import fr.passerelle.model.beneficiary.AppBooking;
import fr.passerelle.model.beneficiary.AppBookings;
import fr.passerelle.model.beneficiary.AppOffer;
import fr.passerelle.model.beneficiary.AppSettings;
import fr.passerelle.model.beneficiary.AppSubcategory;
import fr.passerelle.model.beneficiary.Profile;
import fr.passerelle.model.booking.BookingStatus;
import fr.passerelle.model.rule.RuleCheck;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The programme's app, for one young person. It is there for tests: on {@link Environment#INTEGRATION}, the default, a
 * vendor's own test beneficiary books the vendor's own offers, so that the whole chain (publish, book, ticket, door,
 * cancel) is tested without a human. On {@link Environment#PRODUCTION} it spends a real person's credit: only with that
 * person's own consent and presence, as when a counsellor books together with somebody.
 *
 * <p>Safe for use by several threads. Calls are paced and repeated as those of {@link PassCultureClient}. An access
 * token that is over is renewed once, if there is a refresh token; tokens and passwords show in no log, message or
 * {@code toString}. Every call throws a {@link fr.passerelle.client.error.PassCultureException} when it fails, and an
 * {@link IllegalStateException} once the client is closed or, for what concerns the person, before anybody is signed
 * in.
 */
public final class BeneficiaryClient implements AutoCloseable {

    /** The most places of one booking: a duo. */
    private static final long DUO = 2;

    private static final TypeReference<JsonNode> ANY = new TypeReference<>() {};
    private static final TypeReference<Long> ID = new TypeReference<>() {};
    private static final TypeReference<Profile> PROFILE = new TypeReference<>() {};
    private static final TypeReference<AppOffer> OFFER = new TypeReference<>() {};
    private static final TypeReference<AppBooking> BOOKING = new TypeReference<>() {};
    private static final TypeReference<AppBookings> BOOKINGS = new TypeReference<>() {};
    private static final TypeReference<AppSettings> SETTINGS = new TypeReference<>() {};
    private static final TypeReference<List<AppSubcategory>> SUBCATEGORIES = new TypeReference<>() {};

    private final Session session;
    private final Pipeline pipeline;
    private final Calls calls;

    private BeneficiaryClient(Builder builder) {
        session = new Session();
        if (builder.accessToken != null) {
            session.open(builder.accessToken, builder.refreshToken);
        }
        AnswerDecoder decoder = new AnswerDecoder(Json.mapper(), builder.clock());
        pipeline = new Pipeline(builder, session::bearer, next -> new RenewalChannel(session, decoder, next));
        calls = pipeline.calls();
    }

    private BeneficiaryClient(BeneficiaryClient other, Calls calls) {
        this.session = other.session;
        this.pipeline = other.pipeline;
        this.calls = calls;
    }

    /** A client to set up: it needs nothing, and then somebody who signs in. */
    public static Builder builder() {
        return new Builder();
    }

    /** The same client with other options for its calls: same person, and closing one closes both. */
    public BeneficiaryClient with(RequestOptions options) {
        return new BeneficiaryClient(this, calls.with(options));
    }

    /** The same, answering futures. */
    public Async async() {
        return new Async(this);
    }

    /**
     * Signs somebody in; whoever was signed in before is forgotten.
     *
     * @param password read here and not kept; the array stays yours to wipe
     * @return whether the account can be used
     * @throws fr.passerelle.client.error.BadRequestException if the programme does not know the pair
     */
    public AccountState signIn(String email, char[] password) {
        return signIn(signInCall(email, password));
    }

    private HttpCall signInCall(String email, char[] password) {
        Map<String, String> body = Map.of("identifier", email, "password", String.valueOf(password));
        return HttpCall.to(Endpoint.SIGN_IN).body(calls.json(body));
    }

    private AccountState signIn(HttpCall call) {
        JsonNode answer = calls.get(call, ANY);
        AccountState state = AccountState.of(text(answer, "accountState"));
        session.open(text(answer, "accessToken"), text(answer, "refreshToken"));
        return state;
    }

    private static String text(JsonNode answer, String member) {
        String text = answer.path(member).asText();
        if (text.isEmpty()) {
            throw Failures.unreadable(Endpoint.SIGN_IN, "/" + member, "nothing there", null);
        }
        return text;
    }

    /** Who is signed in, and what is left of the credit. */
    public Profile me() {
        return calls.get(HttpCall.to(Endpoint.GET_PROFILE), PROFILE);
    }

    /**
     * An offer with its dates, as the app shows it to anybody.
     *
     * @throws fr.passerelle.client.error.NotFoundException if the app does not show it
     */
    public AppOffer offer(long id) {
        return calls.get(HttpCall.to(Endpoint.GET_APP_OFFER, id), OFFER);
    }

    /**
     * Books, and pays with the credit. After a lost answer the person's bookings are read; it is never sent again, as
     * the vendor might issue a second ticket. If they do not show it, the call ends undecided.
     *
     * @param stockId a date of an event, or goods: {@link AppOffer#stocks()}
     * @param quantity 1, or 2 of an offer for two
     * @return the booking's id
     * @throws fr.passerelle.client.error.BookingRefusedException if a rule or the vendor is against it
     * @throws fr.passerelle.model.rule.RuleViolationException if the quantity is neither 1 nor 2
     */
    public long book(long stockId, int quantity) {
        new RuleCheck().range("quantity", (long) quantity, 1, DUO).raise();
        Map<String, Long> body = Map.of("stockId", stockId, "quantity", (long) quantity);
        Instant since = calls.notBefore();
        return calls.get(
                HttpCall.to(Endpoint.BOOK_OFFER).body(calls.json(body)),
                "bookingId",
                ID,
                (c, failure) -> new BeneficiaryClient(this, c).booked(stockId, quantity, since));
    }

    private Optional<Long> booked(long stockId, int quantity, Instant since) {
        return bookings()
                .all()
                .filter(booking -> booking.stock().id() == stockId && booking.quantity() == quantity)
                .filter(booking -> !booking.created().isBefore(since))
                .filter(booking -> !booking.status().equals(BookingStatus.CANCELLED))
                .map(AppBooking::id)
                .findFirst();
    }

    /** All bookings of the person. */
    public AppBookings bookings() {
        return calls.get(HttpCall.to(Endpoint.LIST_OWN_BOOKINGS), BOOKINGS);
    }

    /**
     * A booking of the person, with its ticket.
     *
     * @throws fr.passerelle.client.error.NotFoundException if the person has no such booking
     */
    public AppBooking booking(long id) {
        return calls.get(HttpCall.to(Endpoint.GET_OWN_BOOKING, id), BOOKING);
    }

    /**
     * Cancels a booking of the person; the money can be spent again. Cancelling twice does nothing.
     *
     * @throws fr.passerelle.client.error.BookingRefusedException if it is used, or its limit has passed
     * @throws fr.passerelle.client.error.NotFoundException if the person has no such booking
     */
    public void cancel(long id) {
        calls.run(HttpCall.to(Endpoint.CANCEL_OWN_BOOKING, id));
    }

    /** The categories of offers, as the app files them. */
    public List<AppSubcategory> subcategories() {
        return calls.get(HttpCall.to(Endpoint.GET_SUBCATEGORIES), "subcategories", SUBCATEGORIES);
    }

    /** What the app is set to: amounts by age, the bonus, where nobody gets a credit. */
    public AppSettings settings() {
        return calls.get(HttpCall.to(Endpoint.GET_SETTINGS), SETTINGS);
    }

    /**
     * Ends the client, and forgets the person: calls under way fail, their threads end, connections close. A client, a
     * pool or an executor given to the builder stays open. May be called again.
     */
    @Override
    public void close() {
        pipeline.close();
        session.end();
    }

    /** Without the person. */
    @Override
    public String toString() {
        return "BeneficiaryClient" + pipeline;
    }

    /** {@link BeneficiaryClient}, answering futures. Cancelling one cancels its call. */
    public static final class Async {

        private final BeneficiaryClient client;
        private final Calls calls;

        private Async(BeneficiaryClient client) {
            this.client = client;
            this.calls = client.calls;
        }

        private BeneficiaryClient with(Calls now) {
            return new BeneficiaryClient(client, now);
        }

        /** See {@link BeneficiaryClient#signIn(String, char[])}. */
        public CompletableFuture<AccountState> signIn(String email, char[] password) {
            HttpCall call = client.signInCall(email, password);
            return calls.later(c -> with(c).signIn(call));
        }

        /** See {@link BeneficiaryClient#me()}. */
        public CompletableFuture<Profile> me() {
            return calls.later(c -> with(c).me());
        }

        /** See {@link BeneficiaryClient#offer(long)}. */
        public CompletableFuture<AppOffer> offer(long id) {
            return calls.later(c -> with(c).offer(id));
        }

        /** See {@link BeneficiaryClient#book(long, int)}. */
        public CompletableFuture<Long> book(long stockId, int quantity) {
            return calls.later(c -> with(c).book(stockId, quantity));
        }

        /** See {@link BeneficiaryClient#bookings()}. */
        public CompletableFuture<AppBookings> bookings() {
            return calls.later(c -> with(c).bookings());
        }

        /** See {@link BeneficiaryClient#booking(long)}. */
        public CompletableFuture<AppBooking> booking(long id) {
            return calls.later(c -> with(c).booking(id));
        }

        /** See {@link BeneficiaryClient#cancel(long)}. */
        public CompletableFuture<Void> cancel(long id) {
            return calls.runLater(c -> with(c).cancel(id));
        }

        /** See {@link BeneficiaryClient#subcategories()}. */
        public CompletableFuture<List<AppSubcategory>> subcategories() {
            return calls.later(c -> with(c).subcategories());
        }

        /** See {@link BeneficiaryClient#settings()}. */
        public CompletableFuture<AppSettings> settings() {
            return calls.later(c -> with(c).settings());
        }
    }

    /** Sets a client up; the environment is {@link Environment#INTEGRATION} unless said otherwise. */
    public static final class Builder extends ClientBuilder<Builder> {

        private @Nullable String accessToken;
        private @Nullable String refreshToken;

        private Builder() {
            super(Environment.INTEGRATION);
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * Somebody who is signed in already, until the token is over.
         *
         * @throws IllegalArgumentException if it is empty or holds what no HTTP header may carry
         */
        public Builder accessToken(String access) {
            accessToken = HeaderRules.checkToken("accessToken", access);
            refreshToken = null;
            return this;
        }

        /**
         * Somebody who is signed in already, with what renews the access token.
         *
         * @throws IllegalArgumentException if one of them is empty or holds what no HTTP header may carry
         */
        public Builder accessToken(String access, String refresh) {
            accessToken(access);
            refreshToken = HeaderRules.checkToken("refreshToken", refresh);
            return this;
        }

        /** The client. */
        public BeneficiaryClient build() {
            return new BeneficiaryClient(this);
        }
    }
}
