package fr.passerelle.internal;

import static fr.passerelle.internal.Endpoint.Content.JSON;
import static fr.passerelle.internal.Endpoint.Content.NOTHING;
import static fr.passerelle.internal.Endpoint.Method.DELETE;
import static fr.passerelle.internal.Endpoint.Method.GET;
import static fr.passerelle.internal.Endpoint.Method.PATCH;
import static fr.passerelle.internal.Endpoint.Method.POST;
import static fr.passerelle.internal.Repeatability.IDEMPOTENT;
import static fr.passerelle.internal.Repeatability.SAFE;
import static fr.passerelle.internal.Repeatability.VERIFIABLE;

import java.util.Locale;

/**
 * The operations this SDK calls, one row each: number in the reference, OpenAPI id, wire shape, repeatability. Those of
 * the app come last: they have no number, and their ids say no more than method and path.
 */
public enum Endpoint {
    GET_PROVIDER(1, "GetProvider", GET, "/public/providers/v1/provider", NOTHING, JSON, SAFE),
    // Sets absolute values and answers them.
    UPDATE_PROVIDER(2, "UpdateProvider", PATCH, "/public/providers/v1/provider", JSON, JSON, IDEMPOTENT),
    // Clearing URLs that the first call already cleared is a 500; the venue shows its URLs.
    UPDATE_VENUE_URLS(
            3, "UpdateVenueExternalUrls", PATCH, "/public/providers/v1/venues/{venue_id}", JSON, NOTHING, VERIFIABLE),

    GET_VENUES(4, "GetOffererVenues", GET, "/public/offers/v1/offerer_venues", NOTHING, JSON, SAFE),
    GET_VENUE(6, "GetVenueBySiret", GET, "/public/offers/v1/venues/{siret}", NOTHING, JSON, SAFE),

    GET_EVENT_CATEGORIES(9, "GetEventCategories", GET, "/public/offers/v1/events/categories", NOTHING, JSON, SAFE),
    GET_SHOW_TYPES(11, "GetShowTypes", GET, "/public/offers/v1/show_types", NOTHING, JSON, SAFE),
    GET_MUSIC_TYPES(12, "GetAllTiteliveMusicTypes", GET, "/public/offers/v1/music_types/all", NOTHING, JSON, SAFE),
    GET_EVENT_MUSIC_TYPES(
            13, "GetEventTiteliveMusicTypes", GET, "/public/offers/v1/music_types/event", NOTHING, JSON, SAFE),

    // A repeat makes a second event, or a 400 when the event has an idAtProvider; that id also finds the first one.
    CREATE_EVENT(14, "PostEventOffer", POST, "/public/offers/v1/events", JSON, JSON, VERIFIABLE),
    LIST_EVENTS(15, "GetEvents", GET, "/public/offers/v1/events", NOTHING, JSON, SAFE),
    GET_EVENT(16, "GetEvent", GET, "/public/offers/v1/events/{event_id}", NOTHING, JSON, SAFE),
    // "now" is another moment the second time, and every field sent counts as a change.
    UPDATE_EVENT(17, "EditEvent", PATCH, "/public/offers/v1/events/{event_id}", JSON, JSON, VERIFIABLE),

    // A repeat is a 400 (label and price exist); the list shows what the first one made.
    CREATE_PRICE_CATEGORIES(
            18,
            "PostEventPriceCategories",
            POST,
            "/public/offers/v1/events/{event_id}/price_categories",
            JSON,
            JSON,
            VERIFIABLE),
    LIST_PRICE_CATEGORIES(
            19,
            "GetEventPriceCategories",
            GET,
            "/public/offers/v1/events/{event_id}/price_categories",
            NOTHING,
            JSON,
            SAFE),
    // Sets absolute values, and the dates' prices follow them.
    UPDATE_PRICE_CATEGORY(
            20,
            "PatchEventPriceCategory",
            PATCH,
            "/public/offers/v1/events/{event_id}/price_categories/{price_category_id}",
            JSON,
            JSON,
            IDEMPOTENT),

    // A repeat doubles the dates that have no idAtProvider; the list shows them.
    CREATE_DATES(21, "PostEventStocks", POST, "/public/offers/v1/events/{event_id}/dates", JSON, JSON, VERIFIABLE),
    LIST_DATES(22, "GetEventStocks", GET, "/public/offers/v1/events/{event_id}/dates", NOTHING, JSON, SAFE),
    // A quantity is what remains from now on, and a beginning reschedules: both undo what happened in between.
    UPDATE_DATE(
            23,
            "PatchEventStock",
            PATCH,
            "/public/offers/v1/events/{event_id}/dates/{stock_id}",
            JSON,
            JSON,
            VERIFIABLE),
    // Deleting again is a 404 that would hide the success.
    DELETE_DATE(
            24,
            "DeleteEventStock",
            DELETE,
            "/public/offers/v1/events/{event_id}/dates/{stock_id}",
            NOTHING,
            NOTHING,
            VERIFIABLE),

    LIST_BOOKINGS(33, "GetBookings", GET, "/public/bookings/v1/bookings", NOTHING, JSON, SAFE),
    GET_BOOKING(34, "GetBookingByToken", GET, "/public/bookings/v1/token/{token}", NOTHING, JSON, SAFE),
    // Using a used countermark is a 410: at the door that reads "somebody else came in".
    USE_BOOKING(
            35, "ValidateBookingByToken", PATCH, "/public/bookings/v1/use/token/{token}", NOTHING, NOTHING, VERIFIABLE),
    // Keeping a booking that is not used is a 403.
    KEEP_BOOKING(
            36,
            "CancelBookingValidationByToken",
            PATCH,
            "/public/bookings/v1/keep/token/{token}",
            NOTHING,
            NOTHING,
            VERIFIABLE),
    // Cancelling a cancelled booking is a 410, and the vendor's cancel URL may be called again.
    CANCEL_BOOKING(
            37,
            "CancelBookingByToken",
            PATCH,
            "/public/bookings/v1/cancel/token/{token}",
            NOTHING,
            NOTHING,
            VERIFIABLE),

    // The app's. A repeat makes another pair of tokens, and both pairs work.
    SIGN_IN(POST, "/native/v1/signin", JSON, JSON, IDEMPOTENT),
    // Likewise: another access token, of the same refresh token.
    REFRESH_ACCESS_TOKEN(POST, "/native/v1/refresh_access_token", NOTHING, JSON, IDEMPOTENT),
    GET_PROFILE(GET, "/native/v1/me", NOTHING, JSON, SAFE),
    GET_APP_OFFER(GET, "/native/v2/offer/{offer_id}", NOTHING, JSON, SAFE),
    // A repeat is a 400 (ALREADY_BOOKED) that would hide the success; profile and bookings show the first one.
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
        JSON
    }

    private final int number;
    private final String operationId;
    private final Method method;
    private final String template;
    private final Content request;
    private final Content answer;
    private final Repeatability repeatability;

    Endpoint(
            int number,
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
                0,
                method.name().toLowerCase(Locale.ROOT) + "_" + template.replace('/', '_'),
                method,
                template,
                request,
                answer,
                repeatability);
    }

    /** Its number in the engineering reference; 0 if it has none. */
    public int number() {
        return number;
    }

    /** Its id in the OpenAPI document. */
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
