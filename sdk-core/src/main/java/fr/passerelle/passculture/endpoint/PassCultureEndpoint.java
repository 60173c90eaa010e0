package fr.passerelle.passculture.endpoint;

import static fr.passerelle.internal.endpoint.Endpoint.Access.ANYBODY;
import static fr.passerelle.internal.endpoint.Endpoint.Access.KEY;
import static fr.passerelle.internal.endpoint.Endpoint.Access.PERSON;
import static fr.passerelle.internal.endpoint.Endpoint.Access.RENEWAL;
import static fr.passerelle.internal.endpoint.Endpoint.Content.JSON;
import static fr.passerelle.internal.endpoint.Endpoint.Content.MULTIPART;
import static fr.passerelle.internal.endpoint.Endpoint.Content.NOTHING;
import static fr.passerelle.internal.endpoint.Endpoint.Method.DELETE;
import static fr.passerelle.internal.endpoint.Endpoint.Method.GET;
import static fr.passerelle.internal.endpoint.Endpoint.Method.PATCH;
import static fr.passerelle.internal.endpoint.Endpoint.Method.POST;
import static fr.passerelle.internal.endpoint.Endpoint.Method.PUT;
import static fr.passerelle.internal.endpoint.RetrySafety.GUARDED;
import static fr.passerelle.internal.endpoint.RetrySafety.IDEMPOTENT;
import static fr.passerelle.internal.endpoint.RetrySafety.ONCE;
import static fr.passerelle.internal.endpoint.RetrySafety.SAFE;
import static fr.passerelle.internal.endpoint.RetrySafety.VERIFIABLE;

import fr.passerelle.error.ApiException;
import fr.passerelle.error.BookingRefusedException;
import fr.passerelle.error.ErrorResponse;
import fr.passerelle.error.SignInRequiredException;
import fr.passerelle.internal.endpoint.Endpoint;
import fr.passerelle.internal.endpoint.RetrySafety;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The operations of pass Culture, one row each: number in the reference, OpenAPI id, wire shape, retry safety, and for
 * a write what to do when nobody knows whether it happened. Those of the app come last: they have no number, and their
 * ids say no more than method and path.
 */
public enum PassCultureEndpoint implements Endpoint {
    GET_PROVIDER("1", "GetProvider", GET, "/public/providers/v1/provider", NOTHING, JSON, SAFE),
    // Sets absolute values and sends them back.
    UPDATE_PROVIDER(
            "2",
            "UpdateProvider",
            PATCH,
            "/public/providers/v1/provider",
            JSON,
            JSON,
            IDEMPOTENT,
            "read provider().get(), or send it again: it does no harm"),
    // Sets absolute values; but clearing what the first call cleared is a 500, and the venue then shows no URL.
    UPDATE_VENUE_URLS(
            "3",
            "UpdateVenueExternalUrls",
            PATCH,
            "/public/providers/v1/venues/{venue_id}",
            JSON,
            NOTHING,
            GUARDED,
            "read the venue, or send it again: it does no harm"),

    GET_VENUES("4", "GetOffererVenues", GET, "/public/offers/v1/offerer_venues", NOTHING, JSON, SAFE),
    GET_VENUE("6", "GetVenueBySiret", GET, "/public/offers/v1/venues/{siret}", NOTHING, JSON, SAFE),

    // The same address comes back under the same number.
    CREATE_ADDRESS(
            "7",
            "CreateAddress",
            POST,
            "/public/offers/v1/addresses",
            JSON,
            JSON,
            IDEMPOTENT,
            "send it again: the same address keeps its number"),
    SEARCH_ADDRESSES("8a", "SearchAddresses", GET, "/public/offers/v1/addresses/search", NOTHING, JSON, SAFE),
    GET_ADDRESS("8b", "GetAddress", GET, "/public/offers/v1/addresses/{address_id}", NOTHING, JSON, SAFE),

    GET_EVENT_CATEGORIES("9", "GetEventCategories", GET, "/public/offers/v1/events/categories", NOTHING, JSON, SAFE),
    GET_PRODUCT_CATEGORIES(
            "10", "GetProductCategories", GET, "/public/offers/v1/products/categories", NOTHING, JSON, SAFE),
    GET_SHOW_TYPES("11", "GetShowTypes", GET, "/public/offers/v1/show_types", NOTHING, JSON, SAFE),
    GET_MUSIC_TYPES("12", "GetAllTiteliveMusicTypes", GET, "/public/offers/v1/music_types/all", NOTHING, JSON, SAFE),
    GET_EVENT_MUSIC_TYPES(
            "13", "GetEventTiteliveMusicTypes", GET, "/public/offers/v1/music_types/event", NOTHING, JSON, SAFE),

    // With an idAtProvider a second one is a 400, and that id finds the first one. Without, nothing tells them apart.
    CREATE_EVENT(
            "14",
            "PostEventOffer",
            POST,
            "/public/offers/v1/events",
            JSON,
            JSON,
            GUARDED,
            "look for it in events().list of its venue before creating it again; RequestOptions.readBeforeWrite and generateIds find it for you"),
    LIST_EVENTS("15", "GetEvents", GET, "/public/offers/v1/events", NOTHING, JSON, SAFE),
    GET_EVENT("16", "GetEvent", GET, "/public/offers/v1/events/{event_id}", NOTHING, JSON, SAFE),
    // Sets absolute values; "now" is some seconds later the second time.
    UPDATE_EVENT(
            "17",
            "EditEvent",
            PATCH,
            "/public/offers/v1/events/{event_id}",
            JSON,
            JSON,
            IDEMPOTENT,
            "read the event, or send it again: it does no harm"),

    // A second one is a 400, as label and price exist; the list shows what the first one made.
    CREATE_PRICE_CATEGORIES(
            "18",
            "PostEventPriceCategories",
            POST,
            "/public/offers/v1/events/{event_id}/price_categories",
            JSON,
            JSON,
            GUARDED,
            "list the price categories of the event before adding them again"),
    LIST_PRICE_CATEGORIES(
            "19",
            "GetEventPriceCategories",
            GET,
            "/public/offers/v1/events/{event_id}/price_categories",
            NOTHING,
            JSON,
            SAFE),
    // Sets absolute values, and the dates' prices follow them.
    UPDATE_PRICE_CATEGORY(
            "20",
            "PatchEventPriceCategory",
            PATCH,
            "/public/offers/v1/events/{event_id}/price_categories/{price_category_id}",
            JSON,
            JSON,
            IDEMPOTENT,
            "send it again: it does no harm"),

    // All or none: one date with an idAtProvider makes a second call a 400, and that id tells for all. Without any, a
    // second call doubles them.
    CREATE_DATES(
            "21",
            "PostEventStocks",
            POST,
            "/public/offers/v1/events/{event_id}/dates",
            JSON,
            JSON,
            GUARDED,
            "list the dates of the event before adding them again: all or none are there; RequestOptions.readBeforeWrite and generateIds find them for you"),
    LIST_DATES("22", "GetEventStocks", GET, "/public/offers/v1/events/{event_id}/dates", NOTHING, JSON, SAFE),
    // A quantity is what remains from now on, so a second call sells again what was booked in between; a beginning
    // reschedules again. The date shows both.
    UPDATE_DATE(
            "23",
            "PatchEventStock",
            PATCH,
            "/public/offers/v1/events/{event_id}/dates/{stock_id}",
            JSON,
            JSON,
            VERIFIABLE,
            "read the date and your own stock, then send what remains now; do not send it again as it was"),
    // Deleting again is a 404.
    DELETE_DATE(
            "24",
            "DeleteEventStock",
            DELETE,
            "/public/offers/v1/events/{event_id}/dates/{stock_id}",
            NOTHING,
            NOTHING,
            GUARDED,
            "list the dates of the event, or delete it again: gone is a 404"),

    // With an idAtProvider or an EAN a second one is a 400, and they find the first one. Without, nothing tells.
    CREATE_PRODUCT(
            "25",
            "PostProductOffer",
            POST,
            "/public/offers/v1/products",
            JSON,
            JSON,
            GUARDED,
            "look for it in products().list of its venue before creating it again; RequestOptions.readBeforeWrite and generateIds find it for you"),
    // A stock's quantity is what remains from now on: a second call sells again what was booked in between.
    UPDATE_PRODUCT(
            "26",
            "EditProduct",
            PATCH,
            "/public/offers/v1/products",
            JSON,
            JSON,
            VERIFIABLE,
            "read the product and your own stock, then send what remains now; do not send it again as it was"),
    LIST_PRODUCTS("27", "GetProducts", GET, "/public/offers/v1/products", NOTHING, JSON, SAFE),
    GET_PRODUCT("28", "GetProduct", GET, "/public/offers/v1/products/{product_id}", NOTHING, JSON, SAFE),
    GET_PRODUCTS_BY_EAN("29", "GetProductByEan", GET, "/public/offers/v1/products/ean", NOTHING, JSON, SAFE),
    // Quantities are what remains from now on, and the work is done later: an offer that does not show them yet says
    // nothing. upsertAndConfirm looks long enough.
    UPSERT_PRODUCTS_BY_EAN(
            "30",
            "PostProductOfferByEan",
            POST,
            "/public/offers/v1/products/ean",
            JSON,
            NOTHING,
            ONCE,
            "read products().ean().byEan after some minutes, then send what remains now; upsertAndConfirm looks by itself"),
    CHECK_EANS(
            "31",
            "CheckEansAvailability",
            GET,
            "/public/offers/v1/products/ean/check_availability",
            NOTHING,
            JSON,
            SAFE),
    // The same picture replaces itself.
    UPLOAD_IMAGE(
            "32",
            "UploadImage",
            POST,
            "/public/offers/v1/{offer_id}/image",
            MULTIPART,
            NOTHING,
            IDEMPOTENT,
            "send it again: the same picture replaces itself"),

    LIST_BOOKINGS("33", "GetBookings", GET, "/public/bookings/v1/bookings", NOTHING, JSON, SAFE),
    GET_BOOKING("34", "GetBookingByToken", GET, "/public/bookings/v1/token/{token}", NOTHING, JSON, SAFE),
    // A second one is a 410; whether it speaks of the first one or of somebody before is known by the booking's id
    // only.
    USE_BOOKING(
            "35",
            "ValidateBookingByToken",
            PATCH,
            "/public/bookings/v1/use/token/{token}",
            NOTHING,
            NOTHING,
            GUARDED,
            "it may be this very call that used it, or another door: the bookings of the date show whether it is used"),
    // Keeping a booking that is not used is a 403, and reading it works again.
    KEEP_BOOKING(
            "36",
            "CancelBookingValidationByToken",
            PATCH,
            "/public/bookings/v1/keep/token/{token}",
            NOTHING,
            NOTHING,
            GUARDED,
            "keep it again: once it is kept, that is a 403"),
    // Cancelling a cancelled booking is a 410, as for a used one. The vendor's cancel URL may be called again.
    CANCEL_BOOKING(
            "37",
            "CancelBookingByToken",
            PATCH,
            "/public/bookings/v1/cancel/token/{token}",
            NOTHING,
            NOTHING,
            GUARDED,
            "list the bookings of the date: whether it is cancelled or was used does not show by its countermark"),

    LIST_COLLECTIVE_OFFERS("38", "GetCollectiveOffersPublic", GET, "/v2/collective/offers/", NOTHING, JSON, SAFE),
    // A second one makes another offer: it has no name of the vendor's own. A list of that moment shows the first one.
    CREATE_COLLECTIVE_OFFER(
            "39",
            "PostCollectiveOfferPublic",
            POST,
            "/v2/collective/offers/",
            JSON,
            JSON,
            VERIFIABLE,
            "look for it in collectiveOffers().list of its venue and start before creating it again"),
    GET_COLLECTIVE_OFFER(
            "40", "GetCollectiveOfferPublic", GET, "/v2/collective/offers/{offer_id}", NOTHING, JSON, SAFE),
    // Sets absolute values; but a second one is a 400 if what the state allows has changed.
    UPDATE_COLLECTIVE_OFFER(
            "41",
            "PatchCollectiveOfferPublic",
            PATCH,
            "/v2/collective/offers/{offer_id}",
            JSON,
            JSON,
            GUARDED,
            "read the offer, then send what is still missing"),
    // Archiving an archived offer is a 400.
    ARCHIVE_COLLECTIVE_OFFERS(
            "42",
            "ArchiveCollectiveOffers",
            POST,
            "/v2/collective/offers/archive",
            JSON,
            NOTHING,
            GUARDED,
            "read one of the offers: all or none are archived"),
    // Cancelling a cancelled booking is a 403.
    CANCEL_COLLECTIVE_BOOKING(
            "43",
            "CancelCollectiveBooking",
            PATCH,
            "/v2/collective/bookings/{booking_id}",
            NOTHING,
            NOTHING,
            GUARDED,
            "read its offer, which shows the booking's state"),

    GET_COLLECTIVE_FORMATS("44", "GetOffersFormats", GET, "/v2/collective/offers/formats", NOTHING, JSON, SAFE),
    GET_STUDENT_LEVELS("45", "ListStudentsLevels", GET, "/v2/collective/student-levels", NOTHING, JSON, SAFE),
    GET_EDUCATIONAL_DOMAINS(
            "46", "ListEducationalDomains", GET, "/v2/collective/educational-domains", NOTHING, JSON, SAFE),
    GET_NATIONAL_PROGRAMS("47", "GetNationalPrograms", GET, "/v2/collective/national-programs/", NOTHING, JSON, SAFE),
    LIST_INSTITUTIONS(
            "48", "ListEducationalInstitutions", GET, "/v2/collective/educational-institutions/", NOTHING, JSON, SAFE),

    // A second booking of the same offer is a 403.
    MOCK_BOOK(
            "49",
            "AdageMockBookOffer",
            POST,
            "/v2/collective/adage_mock/offer/{offer_id}/book",
            NOTHING,
            JSON,
            GUARDED,
            "read the offer, which shows its booking"),
    // Confirming a confirmed booking does nothing.
    MOCK_CONFIRM(
            "50",
            "ConfirmCollectiveBooking",
            POST,
            "/v2/collective/adage_mock/bookings/{booking_id}/confirm",
            NOTHING,
            NOTHING,
            IDEMPOTENT,
            "send it again: it does no harm"),
    // Cancelling a cancelled booking is a 403.
    MOCK_CANCEL(
            "51",
            "AdageMockCancelCollectiveBooking",
            POST,
            "/v2/collective/adage_mock/bookings/{booking_id}/cancel",
            NOTHING,
            NOTHING,
            GUARDED,
            "read its offer, which shows the booking's state"),
    // A pending booking stays so.
    MOCK_PENDING(
            "52",
            "ResetCollectiveBooking",
            POST,
            "/v2/collective/adage_mock/bookings/{booking_id}/pending",
            NOTHING,
            NOTHING,
            IDEMPOTENT,
            "send it again: it does no harm"),
    // Reimbursing a reimbursed booking is a 403.
    MOCK_REIMBURSE(
            "53",
            "ReimburseCollectiveBooking",
            POST,
            "/v2/collective/adage_mock/bookings/{booking_id}/reimburse",
            NOTHING,
            NOTHING,
            GUARDED,
            "read its offer, which shows the booking's state"),
    // Using a used booking is a 403.
    MOCK_USE(
            "54",
            "UseCollectiveBooking",
            POST,
            "/v2/collective/bookings/{booking_id}/use",
            NOTHING,
            NOTHING,
            GUARDED,
            "read its offer, which shows the booking's state"),

    // Quantities are what remains from now on: a second call sells again what was booked in between, and the work is
    // done later, so that nothing tells at once. replaceAndConfirm looks long enough.
    REPLACE_CINEMA_SESSIONS(
            "55",
            "PutBatchUpdateCinemaSessions",
            PUT,
            "/public/offers/v1/events/cinema_sessions",
            JSON,
            NOTHING,
            ONCE,
            "read the films' dates after some minutes, then send what remains now; replaceAndConfirm looks by itself"),
    GET_ADDITIONAL_FEE_TYPES(
            "56", "GetAdditionalFeeTypes", GET, "/v2/collective/additional-fee-types", NOTHING, JSON, SAFE),

    // The app's. A retry makes another session, with tokens of its own; the one of before stays until it ends.
    SIGN_IN(ANYBODY, POST, "/native/v2/signin", JSON, JSON, IDEMPOTENT, "sign in again: it does no harm"),
    // Each refresh token is good for one: a second one is a 401 once the first one is done.
    REFRESH_ACCESS_TOKEN(
            RENEWAL, POST, "/native/v2/refresh_access_token", JSON, JSON, GUARDED, "sign in again: it does no harm"),
    // A second one is a 401, as the first one ends the session.
    SIGN_OUT(PERSON, POST, "/native/v1/signout", NOTHING, NOTHING, GUARDED, "sign out again: it does no harm"),
    GET_PROFILE(PERSON, GET, "/native/v1/me", NOTHING, JSON, SAFE),
    GET_APP_OFFER(ANYBODY, GET, "/native/v3/offer/{offer_id}", NOTHING, JSON, SAFE),
    // A second one is a 400 (ALREADY_BOOKED), but until then the vendor may have issued two tickets. The person's
    // bookings show the first one.
    BOOK_OFFER(
            PERSON,
            POST,
            "/native/v1/bookings",
            JSON,
            JSON,
            VERIFIABLE,
            "read bookings() before booking again; a second booking of the same offer is refused",
            BadRequest.REFUSES_A_BOOKING),
    LIST_OWN_BOOKINGS(PERSON, GET, "/native/v2/bookings", NOTHING, JSON, SAFE),
    GET_OWN_BOOKING(PERSON, GET, "/native/v2/bookings/{booking_id}", NOTHING, JSON, SAFE),
    // Cancelling a cancelled booking does nothing and gets the same response.
    CANCEL_OWN_BOOKING(
            PERSON,
            POST,
            "/native/v1/bookings/{booking_id}/cancel",
            NOTHING,
            NOTHING,
            IDEMPOTENT,
            "cancel it again: it does no harm",
            BadRequest.REFUSES_A_BOOKING),
    GET_SUBCATEGORIES(ANYBODY, GET, "/native/v1/subcategories/v2", NOTHING, JSON, SAFE),
    GET_SETTINGS(ANYBODY, GET, "/native/v1/settings", NOTHING, JSON, SAFE);

    /** What a 400 means. */
    private enum BadRequest {
        AS_USUAL,
        REFUSES_A_BOOKING
    }

    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;

    private final String number;
    private final Access access;
    private final String operationId;
    private final Method method;
    private final String template;
    private final Content request;
    private final Content response;
    private final RetrySafety retrySafety;
    private final String recoveryHint;
    private final BadRequest badRequest;

    /** A read of the partner API. */
    PassCultureEndpoint(
            String number,
            String operationId,
            Method method,
            String template,
            Content request,
            Content response,
            RetrySafety retrySafety) {
        this(number, operationId, method, template, request, response, retrySafety, "");
    }

    /** A write of the partner API. */
    PassCultureEndpoint(
            String number,
            String operationId,
            Method method,
            String template,
            Content request,
            Content response,
            RetrySafety retrySafety,
            String recoveryHint) {
        this.number = number;
        this.access = KEY;
        this.operationId = operationId;
        this.method = method;
        this.template = template;
        this.request = request;
        this.response = response;
        this.retrySafety = retrySafety;
        this.recoveryHint = recoveryHint;
        this.badRequest = BadRequest.AS_USUAL;
    }

    /** A read of the app's. */
    PassCultureEndpoint(
            Access access, Method method, String template, Content request, Content response, RetrySafety retrySafety) {
        this(access, method, template, request, response, retrySafety, "");
    }

    /** A write of the app's. */
    PassCultureEndpoint(
            Access access,
            Method method,
            String template,
            Content request,
            Content response,
            RetrySafety retrySafety,
            String recoveryHint) {
        this(access, method, template, request, response, retrySafety, recoveryHint, BadRequest.AS_USUAL);
    }

    /** A write of the app's whose 400 means something of its own. */
    PassCultureEndpoint(
            Access access,
            Method method,
            String template,
            Content request,
            Content response,
            RetrySafety retrySafety,
            String recoveryHint,
            BadRequest badRequest) {
        this.number = "";
        this.access = access;
        this.operationId = method.name().toLowerCase(Locale.ROOT) + "_" + template.replace('/', '_');
        this.method = method;
        this.template = template;
        this.request = request;
        this.response = response;
        this.retrySafety = retrySafety;
        this.recoveryHint = recoveryHint;
        this.badRequest = badRequest;
    }

    /** Its number in the engineering reference, such as {@code 8a}; empty for the app's. */
    public String number() {
        return number;
    }

    @Override
    public Access access() {
        return access;
    }

    @Override
    public String operationId() {
        return operationId;
    }

    @Override
    public Method method() {
        return method;
    }

    @Override
    public String template() {
        return template;
    }

    @Override
    public Content request() {
        return request;
    }

    @Override
    public Content response() {
        return response;
    }

    @Override
    public RetrySafety retrySafety() {
        return retrySafety;
    }

    @Override
    public String recoveryHint() {
        return recoveryHint;
    }

    @Override
    public @Nullable Function<ErrorResponse, ApiException> meaningOf(int status) {
        if (status == UNAUTHORIZED && access == PERSON) {
            return SignInRequiredException::new;
        }
        boolean decision = status == BAD_REQUEST && badRequest == BadRequest.REFUSES_A_BOOKING;
        return decision ? BookingRefusedException::of : null;
    }
}
