package fr.passerelle.passculture;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.passerelle.http.Environment;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.internal.base.HeaderRules;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.internal.call.Operation;
import fr.passerelle.internal.call.OutcomeCheck;
import fr.passerelle.internal.call.PermitQueue;
import fr.passerelle.internal.call.RequestExecutor;
import fr.passerelle.internal.json.Json;
import fr.passerelle.internal.json.ResponseDecoder;
import fr.passerelle.internal.library.LibraryVersions;
import fr.passerelle.internal.pipeline.Pipeline;
import fr.passerelle.model.app.AccountState;
import fr.passerelle.model.app.AppBooking;
import fr.passerelle.model.app.AppBookings;
import fr.passerelle.model.app.AppOffer;
import fr.passerelle.model.app.AppSettings;
import fr.passerelle.model.app.AppSubcategory;
import fr.passerelle.model.app.Device;
import fr.passerelle.model.app.Profile;
import fr.passerelle.model.booking.BookingStatus;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.passculture.endpoint.PassCultureEndpoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The programme's app, for one young person. It is there for tests: on {@link Environment#INTEGRATION}, the default, a
 * vendor's own test beneficiary books the vendor's own offers, so that the whole chain (publish, book, ticket, door,
 * cancel) is tested without a human. On {@link Environment#PRODUCTION} it spends a real person's credit: only with that
 * person's own consent and presence, as when a counsellor books together with somebody.
 *
 * <p>Safe for use by several threads. Calls are rate limited and retried as those of {@link PassCultureClient}. An
 * access token that is over is renewed, once for all the calls that find it so, if there is a refresh token. A month
 * after signing in, and whenever the programme takes the tokens no more, calls throw a
 * {@link fr.passerelle.error.SignInRequiredException}. Tokens, passwords and devices show in no log, message or
 * {@code toString}. Every call throws a {@link fr.passerelle.error.CallException} when it fails, and an
 * {@link IllegalStateException} once the client is closed or, for what concerns the person, before anybody is signed
 * in.
 */
public final class BeneficiaryClient implements AutoCloseable {

    /** The most places of one booking: a duo. */
    private static final long DUO = 2;

    private static final TypeReference<Long> ID = new TypeReference<>() {};
    private static final TypeReference<Profile> PROFILE = new TypeReference<>() {};
    private static final TypeReference<AppOffer> OFFER = new TypeReference<>() {};
    private static final TypeReference<AppBooking> BOOKING = new TypeReference<>() {};
    private static final TypeReference<AppBookings> BOOKINGS = new TypeReference<>() {};
    private static final TypeReference<AppSettings> SETTINGS = new TypeReference<>() {};
    private static final TypeReference<List<AppSubcategory>> SUBCATEGORIES = new TypeReference<>() {};

    private final AppSession session;
    private final Pipeline pipeline;
    private final RequestExecutor requests;

    private BeneficiaryClient(Builder builder) {
        session = new AppSession(builder.deviceOrOwn(), builder.tokenListener);
        if (builder.accessToken != null) {
            session.session().resume(builder.accessToken, builder.refreshToken);
        }
        ResponseDecoder decoder =
                new ResponseDecoder(Json.mapper(), builder.checked().clock());
        PermitQueue queue = builder.ownQueue();
        pipeline = builder.pipeline(session.session()::bearer, () -> queue, next -> session.renewal(decoder, next));
        requests = pipeline.requests();
    }

    private BeneficiaryClient(BeneficiaryClient other, RequestExecutor requests) {
        this.session = other.session;
        this.pipeline = other.pipeline;
        this.requests = requests;
    }

    /** A client to set up: it needs nothing, and then somebody who signs in. */
    public static Builder builder() {
        return new Builder();
    }

    /** The same client with other options for its calls: same person, and closing one closes both. */
    public BeneficiaryClient with(RequestOptions options) {
        return new BeneficiaryClient(this, requests.with(options));
    }

    /** The same, by futures. */
    public Async async() {
        return new Async(this);
    }

    /**
     * Signs somebody in on the builder's {@linkplain Builder#device device}; whoever was signed in before is forgotten
     * here, and stays signed in with the programme until a month has passed: call {@link #signOut()} first.
     *
     * @param password read here and not kept; the array stays yours to wipe
     * @return whether the account can be used
     * @throws fr.passerelle.error.BadRequestException if the programme does not know the pair
     * @throws fr.passerelle.error.AuthenticationException if the programme asks for a proof that a human is there,
     *     which this client cannot give
     */
    public AccountState signIn(String email, char[] password) {
        Map<String, Object> credentials = session.credentials(email, password);
        return requests.await(operation -> session.signIn(operation, credentials));
    }

    /**
     * Signs out: the programme takes the person's tokens no more, and they are forgotten here. Whoever's tokens have
     * ended already is signed out as well. If it fails the person stays signed in, and it may be called again.
     *
     * @throws IllegalStateException if nobody is signed in
     */
    public void signOut() {
        requests.await(session::signOut);
    }

    /** Who is signed in, and what is left of the credit. */
    public Profile me() {
        return requests.await(BeneficiaryClient::me);
    }

    private static CompletableFuture<Profile> me(Operation operation) {
        return operation.execute(HttpCall.to(PassCultureEndpoint.GET_PROFILE), PROFILE);
    }

    /**
     * An offer with its dates, as the app shows it to anybody.
     *
     * @throws fr.passerelle.error.NotFoundException if the app does not show it
     */
    public AppOffer offer(long id) {
        return requests.await(operation -> offer(operation, id));
    }

    private static CompletableFuture<AppOffer> offer(Operation operation, long id) {
        return operation.execute(HttpCall.to(PassCultureEndpoint.GET_APP_OFFER, id), OFFER, id, AppOffer::id);
    }

    /**
     * Books, and pays with the credit. It is never sent again, as the vendor might issue a second ticket: after a lost
     * response the call ends undecided, unless {@link RequestOptions.Builder#readBeforeWrite} lets the person's
     * bookings tell.
     *
     * @param stockId a date of an event, or goods: {@link AppOffer#stocks()}
     * @param quantity 1, or 2 of an offer for two
     * @return the booking's id
     * @throws fr.passerelle.error.BookingRefusedException if a rule or the vendor is against it
     * @throws fr.passerelle.model.rule.RuleViolationException if the quantity is neither 1 nor 2, or the id is below 1
     */
    public long book(long stockId, int quantity) {
        return requests.await(operation -> book(operation, stockId, quantity));
    }

    private static CompletableFuture<Long> book(Operation operation, long stockId, int quantity) {
        new RuleCheck()
                .id("stockId", stockId)
                .range("quantity", (long) quantity, 1, DUO)
                .raise();
        Map<String, Long> body = Map.of("stockId", stockId, "quantity", (long) quantity);
        OutcomeCheck<Long> check = operation.options().readBeforeWrite()
                ? OutcomeCheck.reading(
                        BeneficiaryClient::bookings, (before, now) -> booked(before, now, stockId, quantity))
                : null;
        return operation.execute(
                HttpCall.to(PassCultureEndpoint.BOOK_OFFER).body(operation.json(body)), "bookingId", ID, check);
    }

    private static Optional<Long> booked(AppBookings before, AppBookings now, long stockId, int quantity) {
        Set<Long> old = before.all().map(AppBooking::id).collect(Collectors.toSet());
        return now.all()
                .filter(booking -> !old.contains(booking.id()))
                .filter(booking -> booking.stock().id() == stockId && booking.quantity() == quantity)
                .filter(booking -> !booking.status().equals(BookingStatus.CANCELLED))
                .map(AppBooking::id)
                .findFirst();
    }

    /** All bookings of the person. */
    public AppBookings bookings() {
        return requests.await(BeneficiaryClient::bookings);
    }

    private static CompletableFuture<AppBookings> bookings(Operation operation) {
        return operation.execute(HttpCall.to(PassCultureEndpoint.LIST_OWN_BOOKINGS), BOOKINGS);
    }

    /**
     * A booking of the person, with its ticket.
     *
     * @throws fr.passerelle.error.NotFoundException if the person has no such booking
     */
    public AppBooking booking(long id) {
        return requests.await(operation -> booking(operation, id));
    }

    private static CompletableFuture<AppBooking> booking(Operation operation, long id) {
        return operation.execute(HttpCall.to(PassCultureEndpoint.GET_OWN_BOOKING, id), BOOKING, id, AppBooking::id);
    }

    /**
     * Cancels a booking of the person; the money can be spent again. Cancelling twice does nothing.
     *
     * @throws fr.passerelle.error.BookingRefusedException if it is used, or its limit has passed
     * @throws fr.passerelle.error.NotFoundException if the person has no such booking
     */
    public void cancel(long id) {
        requests.await(operation -> cancel(operation, id));
    }

    private static CompletableFuture<Boolean> cancel(Operation operation, long id) {
        return operation.run(HttpCall.to(PassCultureEndpoint.CANCEL_OWN_BOOKING, id));
    }

    /** The categories of offers, as the app files them. */
    public List<AppSubcategory> subcategories() {
        return requests.await(BeneficiaryClient::subcategories);
    }

    private static CompletableFuture<List<AppSubcategory>> subcategories(Operation operation) {
        return operation.execute(HttpCall.to(PassCultureEndpoint.GET_SUBCATEGORIES), "subcategories", SUBCATEGORIES);
    }

    /** What the app is set to: amounts by age, the bonus, where nobody gets a credit. */
    public AppSettings settings() {
        return requests.await(BeneficiaryClient::settings);
    }

    private static CompletableFuture<AppSettings> settings(Operation operation) {
        return operation.execute(HttpCall.to(PassCultureEndpoint.GET_SETTINGS), SETTINGS);
    }

    /**
     * Ends the client, and forgets the person: calls under way fail, their threads end, connections close. A client, a
     * pool or an executor given to the builder stays open. May be called again.
     */
    @Override
    public void close() {
        pipeline.close();
        session.session().end();
    }

    /** Without the person. */
    @Override
    public String toString() {
        return "BeneficiaryClient" + pipeline;
    }

    /** {@link BeneficiaryClient}, by futures. Cancelling one cancels its call. */
    public static final class Async {

        private final BeneficiaryClient client;
        private final RequestExecutor requests;

        private Async(BeneficiaryClient client) {
            this.client = client;
            this.requests = client.requests;
        }

        /** See {@link BeneficiaryClient#signIn(String, char[])}. */
        public CompletableFuture<AccountState> signIn(String email, char[] password) {
            Map<String, Object> credentials = client.session.credentials(email, password);
            return requests.submit(operation -> client.session.signIn(operation, credentials));
        }

        /** See {@link BeneficiaryClient#signOut()}. */
        public CompletableFuture<Void> signOut() {
            return requests.submitVoid(client.session::signOut);
        }

        /** See {@link BeneficiaryClient#me()}. */
        public CompletableFuture<Profile> me() {
            return requests.submit(BeneficiaryClient::me);
        }

        /** See {@link BeneficiaryClient#offer(long)}. */
        public CompletableFuture<AppOffer> offer(long id) {
            return requests.submit(operation -> BeneficiaryClient.offer(operation, id));
        }

        /** See {@link BeneficiaryClient#book(long, int)}. */
        public CompletableFuture<Long> book(long stockId, int quantity) {
            return requests.submit(operation -> BeneficiaryClient.book(operation, stockId, quantity));
        }

        /** See {@link BeneficiaryClient#bookings()}. */
        public CompletableFuture<AppBookings> bookings() {
            return requests.submit(BeneficiaryClient::bookings);
        }

        /** See {@link BeneficiaryClient#booking(long)}. */
        public CompletableFuture<AppBooking> booking(long id) {
            return requests.submit(operation -> BeneficiaryClient.booking(operation, id));
        }

        /** See {@link BeneficiaryClient#cancel(long)}. */
        public CompletableFuture<Void> cancel(long id) {
            return requests.submitVoid(operation -> BeneficiaryClient.cancel(operation, id));
        }

        /** See {@link BeneficiaryClient#subcategories()}. */
        public CompletableFuture<List<AppSubcategory>> subcategories() {
            return requests.submit(BeneficiaryClient::subcategories);
        }

        /** See {@link BeneficiaryClient#settings()}. */
        public CompletableFuture<AppSettings> settings() {
            return requests.submit(BeneficiaryClient::settings);
        }
    }

    /** Sets a client up; the environment is {@link Environment#INTEGRATION} unless said otherwise. */
    public static final class Builder extends PassCultureBuilder<Builder> {

        private @Nullable String accessToken;
        private @Nullable String refreshToken;
        private @Nullable Device device;
        private @Nullable TokenListener tokenListener;

        private Builder() {
            super(Environment.INTEGRATION);
        }

        @Override
        protected Builder self() {
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
         * Somebody who is signed in already, with what renews the access token: the last tokens that a
         * {@link #tokenListener} was told of. They go with the {@link #device} that signed in.
         *
         * @throws IllegalArgumentException if one of them is empty or holds what no HTTP header may carry
         */
        public Builder accessToken(String access, String refresh) {
            accessToken(access);
            refreshToken = HeaderRules.checkToken("refreshToken", refresh);
            return this;
        }

        /**
         * Where the person signs in from. A refresh token counts on the device only that signed in, so whoever keeps
         * tokens keeps the device's id with them. Without a device each client is a new one, which is right for tests.
         */
        public Builder device(Device where) {
            device = where;
            return this;
        }

        /** Is told of each change of the tokens, to keep them. */
        public Builder tokenListener(TokenListener keeper) {
            tokenListener = keeper;
            return this;
        }

        private Device deviceOrOwn() {
            if (device != null) {
                return device;
            }
            if (refreshToken != null) {
                throw new IllegalArgumentException(
                        "device is missing: a refresh token counts only on the device that signed in");
            }
            return Device.of(UUID.randomUUID().toString());
        }

        /**
         * The client.
         *
         * @throws IllegalArgumentException if there is a refresh token and no device
         * @throws fr.passerelle.error.LibraryVersionException if a library on the class path is too old
         */
        public BeneficiaryClient build() {
            return LibraryVersions.checked(checked().circuitBreaker().enabled(), () -> new BeneficiaryClient(this));
        }
    }
}
