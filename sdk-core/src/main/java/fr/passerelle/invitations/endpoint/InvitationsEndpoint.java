package fr.passerelle.invitations.endpoint;

import static fr.passerelle.internal.endpoint.Endpoint.Content.JSON;
import static fr.passerelle.internal.endpoint.Endpoint.Content.NOTHING;
import static fr.passerelle.internal.endpoint.Endpoint.Content.TEXT;
import static fr.passerelle.internal.endpoint.Endpoint.Method.DELETE;
import static fr.passerelle.internal.endpoint.Endpoint.Method.GET;
import static fr.passerelle.internal.endpoint.Endpoint.Method.POST;
import static fr.passerelle.internal.endpoint.Endpoint.Method.PUT;

import fr.passerelle.error.ApiException;
import fr.passerelle.error.ErrorResponse;
import fr.passerelle.internal.endpoint.Endpoint;
import fr.passerelle.internal.endpoint.RetrySafety;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The operations of the programme of donated places, one row each: OpenAPI id, method, path, what the request and the
 * response carry, and for a write what to do when nobody knows whether it happened.
 *
 * <p>Every write is idempotent: what is created has an id that the client mints, an entry has a nonce, and an action
 * leads to a state that a second one finds reached. So all of them are sent again after a lost response.
 */
public enum InvitationsEndpoint implements Endpoint {
    GET_ME("me", "/v1/me"),
    GET_SIGNING_KEYS("signingKeys", "/v1/signing-keys"),
    LIST_CHANGES("changes", "/v1/changes"),
    LIST_WEBHOOKS("listWebhooks", "/v1/webhooks"),
    PUT_WEBHOOK("putWebhook", PUT, "/v1/webhooks/{id}", JSON, JSON, Hints.SAME_DRAFT),
    DELETE_WEBHOOK("deleteWebhook", DELETE, "/v1/webhooks/{id}", NOTHING, NOTHING, Hints.NO_HARM),

    LIST_DONORS("listDonors", "/v1/donors"),
    GET_DONOR("getDonor", "/v1/donors/{id}"),
    PUT_DONOR("putDonor", PUT, "/v1/donors/{id}", JSON, JSON, Hints.SAME_DRAFT),
    LIST_STRUCTURES("listStructures", "/v1/structures"),
    GET_STRUCTURE("getStructure", "/v1/structures/{id}"),
    PUT_STRUCTURE("putStructure", PUT, "/v1/structures/{id}", JSON, JSON, Hints.SAME_DRAFT),
    PUT_STRUCTURE_STATUS("putStructureStatus", PUT, "/v1/structures/{id}/status", JSON, JSON, Hints.NO_HARM),
    LIST_KEYS("listKeys", "/v1/keys"),
    PUT_KEY("putKey", PUT, "/v1/keys/{id}", JSON, JSON, Hints.SAME_DRAFT),
    REVOKE_KEY("revokeKey", DELETE, "/v1/keys/{id}", NOTHING, NOTHING, Hints.NO_HARM),
    LIST_AUDIT("audit", "/v1/audit"),
    GET_IMPACT("impact", "/v1/impact"),

    LIST_SESSIONS("listSessions", "/v1/sessions"),
    GET_SESSION("getSession", "/v1/sessions/{id}"),
    // Replaces; with If-Match only what the caller has read.
    PUT_SESSION("putSession", PUT, "/v1/sessions/by-ref/{ref}", JSON, JSON, Hints.SAME_DRAFT),
    CANCEL_SESSION("cancelSession", PUT, "/v1/sessions/{id}/cancellation", NOTHING, JSON, Hints.NO_HARM),
    LIST_SESSION_BOOKINGS("listSessionBookings", "/v1/sessions/{id}/bookings"),
    GET_EXEMPT("exempt", "/v1/sessions/{id}/exempt"),
    // Two entries with the same nonce are one.
    POST_ENTRIES("postEntries", POST, "/v1/sessions/{id}/entries", JSON, JSON, Hints.SAME_DRAFT),
    LIST_ALLOTMENTS("listAllotments", "/v1/sessions/{id}/allotments"),
    GET_ALLOTMENT("getAllotment", "/v1/allotments/{id}"),
    PUT_ALLOTMENT("putAllotment", PUT, "/v1/allotments/{id}", JSON, JSON, Hints.SAME_DRAFT),
    // Happens once for each id in its body.
    WITHDRAW("withdraw", PUT, "/v1/allotments/{id}/withdrawal", JSON, JSON, Hints.SAME_DRAFT),
    ACCEPT_BOOKING("acceptBooking", PUT, "/v1/bookings/{id}/acceptance", NOTHING, JSON, Hints.NO_HARM),
    REFUSE_BOOKING("refuseBooking", PUT, "/v1/bookings/{id}/refusal", NOTHING, JSON, Hints.NO_HARM),

    LIST_AVAILABILITIES("availabilities", "/v1/availabilities"),
    GET_HOLD("getHold", "/v1/holds/{id}"),
    PUT_HOLD("putHold", PUT, "/v1/holds/{id}", JSON, JSON, Hints.SAME_DRAFT),
    RELEASE_HOLD("releaseHold", DELETE, "/v1/holds/{id}", NOTHING, JSON, Hints.NO_HARM),
    LIST_BOOKINGS("listBookings", "/v1/bookings"),
    GET_BOOKING("getBooking", "/v1/bookings/{id}"),
    PUT_BOOKING("putBooking", PUT, "/v1/bookings/{id}", JSON, JSON, Hints.SAME_DRAFT),
    PUT_ATTENDANCE("putAttendance", PUT, "/v1/bookings/{id}/attendance", JSON, JSON, Hints.SAME_DRAFT),
    PUT_RELEASE("putRelease", PUT, "/v1/releases/{id}", JSON, JSON, Hints.SAME_DRAFT),
    LIST_WAITLIST("listWaitlist", "/v1/waitlist"),
    PUT_WAITLIST("putWaitlist", PUT, "/v1/waitlist/{id}", JSON, JSON, Hints.SAME_DRAFT),
    LEAVE_WAITLIST("leaveWaitlist", DELETE, "/v1/waitlist/{id}", NOTHING, NOTHING, Hints.NO_HARM),
    GET_PATHWAY("getPathway", "/v1/pathways/{id}"),
    // All its bookings or none.
    PUT_PATHWAY("putPathway", PUT, "/v1/pathways/{id}", JSON, JSON, Hints.SAME_DRAFT),

    LIST_CALLS("listCalls", "/v1/calls"),
    GET_CALL("getCall", "/v1/calls/{id}"),
    PUT_CALL("putCall", PUT, "/v1/calls/{id}", JSON, JSON, Hints.SAME_DRAFT),
    DRAW_CALL("drawCall", PUT, "/v1/calls/{id}/draw", JSON, JSON, Hints.SAME_DRAFT),
    GET_CALL_LOG("callLog", GET, "/v1/calls/{id}/log", NOTHING, TEXT, ""),
    GET_CALL_INPUT("callInput", "/v1/calls/{id}/input"),
    GET_WISHES("getWishes", "/v1/calls/{id}/wishes"),
    // Replaces until the call closes.
    PUT_WISHES("putWishes", PUT, "/v1/calls/{id}/wishes", JSON, JSON, Hints.SAME_DRAFT),
    LIST_ALLOCATIONS("listAllocations", "/v1/allocations"),
    CONFIRM_ALLOCATION("confirmAllocation", PUT, "/v1/allocations/{id}/confirmation", NOTHING, JSON, Hints.NO_HARM),
    DECLINE_ALLOCATION("declineAllocation", PUT, "/v1/allocations/{id}/declination", NOTHING, JSON, Hints.NO_HARM);

    /** What to do about a write of which nobody knows whether it happened. */
    private static final class Hints {
        private static final String SAME_DRAFT = "send the same draft again: it happens once";
        private static final String NO_HARM = "send it again: it does no harm";
    }

    private final String operationId;
    private final Method method;
    private final String template;
    private final Content request;
    private final Content response;
    private final String recoveryHint;

    /** A read. */
    InvitationsEndpoint(String operationId, String template) {
        this(operationId, GET, template, NOTHING, JSON, "");
    }

    InvitationsEndpoint(
            String operationId,
            Method method,
            String template,
            Content request,
            Content response,
            String recoveryHint) {
        this.operationId = operationId;
        this.method = method;
        this.template = template;
        this.request = request;
        this.response = response;
        this.recoveryHint = recoveryHint;
    }

    @Override
    public Access access() {
        return Access.KEY;
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
        return method == GET ? RetrySafety.SAFE : RetrySafety.IDEMPOTENT;
    }

    @Override
    public String recoveryHint() {
        return recoveryHint;
    }

    @Override
    public Map<String, List<String>> errors(Map<String, List<String>> all) {
        return Problems.errors(all);
    }

    @Override
    public @Nullable Function<ErrorResponse, ApiException> meaningOf(int status) {
        return Problems.meaningOf(status);
    }
}
