package fr.passerelle.internal;

import static fr.passerelle.internal.Endpoint.Content.JSON;
import static fr.passerelle.internal.Endpoint.Content.MULTIPART;
import static fr.passerelle.internal.Endpoint.Content.NOTHING;
import static fr.passerelle.internal.Endpoint.Method.DELETE;
import static fr.passerelle.internal.Endpoint.Method.GET;
import static fr.passerelle.internal.Endpoint.Method.PATCH;
import static fr.passerelle.internal.Endpoint.Method.POST;
import static fr.passerelle.internal.Repeatability.GUARDED;
import static fr.passerelle.internal.Repeatability.IDEMPOTENT;
import static fr.passerelle.internal.Repeatability.ONCE;
import static fr.passerelle.internal.Repeatability.SAFE;
import static fr.passerelle.internal.Repeatability.VERIFIABLE;

import java.util.Locale;

/**
 * The operations this SDK calls, one row each: number in the reference, OpenAPI id, wire shape, repeatability. Those of
 * the app come last: they have no number, and their ids say no more than method and path.
 */
public enum Endpoint {
    GET_PROVIDER("1", "GetProvider", GET, "/public/providers/v1/provider", NOTHING, JSON, SAFE),
    // Sets absolute values and answers them.
    UPDATE_PROVIDER("2", "UpdateProvider", PATCH, "/public/providers/v1/provider", JSON, JSON, IDEMPOTENT),
    // Sets absolute values; but clearing what the first call cleared is a 500, and the venue then shows no URL.
    UPDATE_VENUE_URLS(
            "3", "UpdateVenueExternalUrls", PATCH, "/public/providers/v1/venues/{venue_id}", JSON, NOTHING, GUARDED),

    GET_VENUES("4", "GetOffererVenues", GET, "/public/offers/v1/offerer_venues", NOTHING, JSON, SAFE),
    // The deprecated twin of the list above, which the programme documents apart.
    GET_COLLECTIVE_VENUES("5", "GetCollectiveOffererVenues", GET, "/v2/collective/offerer_venues", NOTHING, JSON, SAFE),
    GET_VENUE("6", "GetVenueBySiret", GET, "/public/offers/v1/venues/{siret}", NOTHING, JSON, SAFE),

    // The same address comes back under the same number.
    CREATE_ADDRESS("7", "CreateAddress", POST, "/public/offers/v1/addresses", JSON, JSON, IDEMPOTENT),
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
    CREATE_EVENT("14", "PostEventOffer", POST, "/public/offers/v1/events", JSON, JSON, GUARDED),
    LIST_EVENTS("15", "GetEvents", GET, "/public/offers/v1/events", NOTHING, JSON, SAFE),
    GET_EVENT("16", "GetEvent", GET, "/public/offers/v1/events/{event_id}", NOTHING, JSON, SAFE),
    // Sets absolute values; "now" is some seconds later the second time.
    UPDATE_EVENT("17", "EditEvent", PATCH, "/public/offers/v1/events/{event_id}", JSON, JSON, IDEMPOTENT),

    // A second one is a 400, as label and price exist; the list shows what the first one made.
    CREATE_PRICE_CATEGORIES(
            "18",
            "PostEventPriceCategories",
            POST,
            "/public/offers/v1/events/{event_id}/price_categories",
            JSON,
            JSON,
            GUARDED),
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
            IDEMPOTENT),

    // All or none: one date with an idAtProvider makes a second call a 400, and that id tells for all. Without any, a
    // second call doubles them.
    CREATE_DATES("21", "PostEventStocks", POST, "/public/offers/v1/events/{event_id}/dates", JSON, JSON, GUARDED),
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
            VERIFIABLE),
    // Deleting again is a 404.
    DELETE_DATE(
            "24",
            "DeleteEventStock",
            DELETE,
            "/public/offers/v1/events/{event_id}/dates/{stock_id}",
            NOTHING,
            NOTHING,
            GUARDED),

    // With an idAtProvider or an EAN a second one is a 400, and they find the first one. Without, nothing tells.
    CREATE_PRODUCT("25", "PostProductOffer", POST, "/public/offers/v1/products", JSON, JSON, GUARDED),
    // A stock's quantity is what remains from now on: a second call sells again what was booked in between.
    UPDATE_PRODUCT("26", "EditProduct", PATCH, "/public/offers/v1/products", JSON, JSON, VERIFIABLE),
    LIST_PRODUCTS("27", "GetProducts", GET, "/public/offers/v1/products", NOTHING, JSON, SAFE),
    GET_PRODUCT("28", "GetProduct", GET, "/public/offers/v1/products/{product_id}", NOTHING, JSON, SAFE),
    GET_PRODUCTS_BY_EAN("29", "GetProductByEan", GET, "/public/offers/v1/products/ean", NOTHING, JSON, SAFE),
    // Quantities are what remains from now on, and the work is done later: an offer that does not show them yet says
    // nothing. upsertAndConfirm looks long enough.
    UPSERT_PRODUCTS_BY_EAN("30", "PostProductOfferByEan", POST, "/public/offers/v1/products/ean", JSON, NOTHING, ONCE),
    CHECK_EANS(
            "31",
            "CheckEansAvailability",
            GET,
            "/public/offers/v1/products/ean/check_availability",
            NOTHING,
            JSON,
            SAFE),
    // The same picture replaces itself.
    UPLOAD_IMAGE("32", "UploadImage", POST, "/public/offers/v1/{offer_id}/image", MULTIPART, NOTHING, IDEMPOTENT),

    LIST_BOOKINGS("33", "GetBookings", GET, "/public/bookings/v1/bookings", NOTHING, JSON, SAFE),
    GET_BOOKING("34", "GetBookingByToken", GET, "/public/bookings/v1/token/{token}", NOTHING, JSON, SAFE),
    // A second one is a 410; whether it speaks of the first one or of somebody before is known by the booking's id
    // only.
    USE_BOOKING(
            "35", "ValidateBookingByToken", PATCH, "/public/bookings/v1/use/token/{token}", NOTHING, NOTHING, GUARDED),
    // Keeping a booking that is not used is a 403, and reading it works again.
    KEEP_BOOKING(
            "36",
            "CancelBookingValidationByToken",
            PATCH,
            "/public/bookings/v1/keep/token/{token}",
            NOTHING,
            NOTHING,
            GUARDED),
    // Cancelling a cancelled booking is a 410, as for a used one. The vendor's cancel URL may be called again.
    CANCEL_BOOKING(
            "37", "CancelBookingByToken", PATCH, "/public/bookings/v1/cancel/token/{token}", NOTHING, NOTHING, GUARDED),

    LIST_COLLECTIVE_OFFERS("38", "GetCollectiveOffersPublic", GET, "/v2/collective/offers/", NOTHING, JSON, SAFE),
    // A second one makes another offer: it has no name of the vendor's own. A list of that moment shows the first one.
    CREATE_COLLECTIVE_OFFER("39", "PostCollectiveOfferPublic", POST, "/v2/collective/offers/", JSON, JSON, VERIFIABLE),
    GET_COLLECTIVE_OFFER(
            "40", "GetCollectiveOfferPublic", GET, "/v2/collective/offers/{offer_id}", NOTHING, JSON, SAFE),
    // Sets absolute values; but a second one is a 400 if what the state allows has changed.
    UPDATE_COLLECTIVE_OFFER(
            "41", "PatchCollectiveOfferPublic", PATCH, "/v2/collective/offers/{offer_id}", JSON, JSON, GUARDED),
    // Archiving an archived offer is a 400.
    ARCHIVE_COLLECTIVE_OFFERS(
            "42", "ArchiveCollectiveOffers", POST, "/v2/collective/offers/archive", JSON, NOTHING, GUARDED),
    // Cancelling a cancelled booking is a 403.
    CANCEL_COLLECTIVE_BOOKING(
            "43", "CancelCollectiveBooking", PATCH, "/v2/collective/bookings/{booking_id}", NOTHING, NOTHING, GUARDED),

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
            GUARDED),
    // Confirming a confirmed booking does nothing.
    MOCK_CONFIRM(
            "50",
            "ConfirmCollectiveBooking",
            POST,
            "/v2/collective/adage_mock/bookings/{booking_id}/confirm",
            NOTHING,
            NOTHING,
            IDEMPOTENT),
    // Cancelling a cancelled booking is a 403.
    MOCK_CANCEL(
            "51",
            "AdageMockCancelCollectiveBooking",
            POST,
            "/v2/collective/adage_mock/bookings/{booking_id}/cancel",
            NOTHING,
            NOTHING,
            GUARDED),
    // A pending booking stays so.
    MOCK_PENDING(
            "52",
            "ResetCollectiveBooking",
            POST,
            "/v2/collective/adage_mock/bookings/{booking_id}/pending",
            NOTHING,
            NOTHING,
            IDEMPOTENT),
    // Reimbursing a reimbursed booking is a 403.
    MOCK_REIMBURSE(
            "53",
            "ReimburseCollectiveBooking",
            POST,
            "/v2/collective/adage_mock/bookings/{booking_id}/reimburse",
            NOTHING,
            NOTHING,
            GUARDED),
    // Using a used booking is a 403.
    MOCK_USE("54", "UseCollectiveBooking", POST, "/v2/collective/bookings/{booking_id}/use", NOTHING, NOTHING, GUARDED),

    // The app's. A repeat makes another pair of tokens, and both pairs work.
    SIGN_IN(POST, "/native/v1/signin", JSON, JSON, IDEMPOTENT),
    // Likewise: another access token, of the same refresh token.
    REFRESH_ACCESS_TOKEN(POST, "/native/v1/refresh_access_token", NOTHING, JSON, IDEMPOTENT),
    GET_PROFILE(GET, "/native/v1/me", NOTHING, JSON, SAFE),
    GET_APP_OFFER(GET, "/native/v2/offer/{offer_id}", NOTHING, JSON, SAFE),
    // A second one is a 400 (ALREADY_BOOKED), but until then the vendor may have issued two tickets. The person's
    // bookings show the first one.
    BOOK_OFFER(POST, "/native/v1/bookings", JSON, JSON, VERIFIABLE),
    LIST_OWN_BOOKINGS(GET, "/native/v2/bookings", NOTHING, JSON, SAFE),
    GET_OWN_BOOKING(GET, "/native/v2/bookings/{booking_id}", NOTHING, JSON, SAFE),
    // Cancelling a cancelled booking does nothing and answers the same.
    CANCEL_OWN_BOOKING(POST, "/native/v1/bookings/{booking_id}/cancel", NOTHING, NOTHING, IDEMPOTENT),
    GET_SUBCATEGORIES(GET, "/native/v1/subcategories/v2", NOTHING, JSON, SAFE),
    GET_SETTINGS(GET, "/native/v1/settings", NOTHING, JSON, SAFE);

    /** HTTP methods in use. */
    public enum Method {
        GET,
        POST,
        PATCH,
        DELETE
    }

    /** What a request or an answer carries. */
    public enum Content {
        NOTHING,
        JSON,
        MULTIPART
    }

    private final String number;
    private final String operationId;
    private final Method method;
    private final String template;
    private final Content request;
    private final Content answer;
    private final Repeatability repeatability;

    Endpoint(
            String number,
            String operationId,
            Method method,
            String template,
            Content request,
            Content answer,
            Repeatability repeatability) {
        this.number = number;
        this.operationId = operationId;
        this.method = method;
        this.template = template;
        this.request = request;
        this.answer = answer;
        this.repeatability = repeatability;
    }

    /** An operation of the app. */
    Endpoint(Method method, String template, Content request, Content answer, Repeatability repeatability) {
        this(
                "",
                method.name().toLowerCase(Locale.ROOT) + "_" + template.replace('/', '_'),
                method,
                template,
                request,
                answer,
                repeatability);
    }

    /** Its number in the engineering reference, such as {@code 8a}; empty for the app's. */
    public String number() {
        return number;
    }

    /** Its id in the OpenAPI document; ours where the document leaves the operation out. */
    public String operationId() {
        return operationId;
    }

    public Method method() {
        return method;
    }

    /** The path, with {@code {placeholders}}: fit for messages and logs, as it holds no value. */
    public String template() {
        return template;
    }

    public Content request() {
        return request;
    }

    public Content answer() {
        return answer;
    }

    public Repeatability repeatability() {
        return repeatability;
    }
}
