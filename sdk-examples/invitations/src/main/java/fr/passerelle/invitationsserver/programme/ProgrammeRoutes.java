package fr.passerelle.invitationsserver.programme;

import fr.passerelle.invitationsserver.web.Reply;
import fr.passerelle.invitationsserver.web.Route;
import fr.passerelle.model.invitation.access.InvitationRole;
import java.util.List;
import java.util.Set;

/**
 * The table of routes. Each row stands in the OpenAPI document too, under the same name: a test holds both together.
 */
public final class ProgrammeRoutes {

    private static final Set<InvitationRole> ALL =
            Set.of(InvitationRole.OPERATOR, InvitationRole.DONOR, InvitationRole.STRUCTURE);
    private static final Set<InvitationRole> OPERATOR = Set.of(InvitationRole.OPERATOR);
    private static final Set<InvitationRole> DONOR = Set.of(InvitationRole.DONOR);
    private static final Set<InvitationRole> STRUCTURE = Set.of(InvitationRole.STRUCTURE);
    private static final Set<InvitationRole> BOTH = Set.of(InvitationRole.DONOR, InvitationRole.STRUCTURE);

    private ProgrammeRoutes() {}

    /** Every route of a programme. */
    public static List<Route> of(Programme programme) {
        Keys keys = new Keys(programme);
        Feed feed = new Feed(programme);
        Webhooks webhooks = new Webhooks(programme);
        Organisations organisations = new Organisations(programme);
        Audit audit = new Audit(programme);
        Sessions sessions = new Sessions(programme);
        Allotments allotments = new Allotments(programme);
        Holds holds = new Holds(programme);
        Bookings bookings = new Bookings(programme);
        BookingWrites bookingWrites = new BookingWrites(programme);
        Releases releases = new Releases(programme);
        Waitlists waitlists = new Waitlists(programme);
        Allocations allocations = new Allocations(programme);
        Calls calls = new Calls(programme);
        CallDraws draws = new CallDraws(programme);
        Attendances attendances = new Attendances(programme);
        Pathways pathways = new Pathways(programme, bookingWrites);
        Entries entries = new Entries(programme);
        Availabilities availabilities = new Availabilities(programme);
        Figures figures = new Figures(programme);
        return List.of(
                new Route("me", "GET", "/v1/me", ALL, keys::me),
                new Route(
                        "signingKeys",
                        "GET",
                        "/v1/signing-keys",
                        ALL,
                        call -> Reply.ok(programme.signing().keys())),
                new Route("changes", "GET", "/v1/changes", ALL, feed::changes),
                new Route("listWebhooks", "GET", "/v1/webhooks", ALL, webhooks::list),
                new Route("putWebhook", "PUT", "/v1/webhooks/{id}", ALL, webhooks::put),
                new Route("deleteWebhook", "DELETE", "/v1/webhooks/{id}", ALL, webhooks::delete),
                new Route("listDonors", "GET", "/v1/donors", OPERATOR, organisations::listDonors),
                new Route("getDonor", "GET", "/v1/donors/{id}", OPERATOR, organisations::getDonor),
                new Route("putDonor", "PUT", "/v1/donors/{id}", OPERATOR, organisations::putDonor),
                new Route("listStructures", "GET", "/v1/structures", OPERATOR, organisations::listStructures),
                new Route("getStructure", "GET", "/v1/structures/{id}", OPERATOR, organisations::getStructure),
                new Route("putStructure", "PUT", "/v1/structures/{id}", OPERATOR, organisations::putStructure),
                new Route(
                        "putStructureStatus", "PUT", "/v1/structures/{id}/status", OPERATOR, organisations::putStatus),
                new Route("listKeys", "GET", "/v1/keys", OPERATOR, keys::list),
                new Route("putKey", "PUT", "/v1/keys/{id}", OPERATOR, keys::put),
                new Route("revokeKey", "DELETE", "/v1/keys/{id}", OPERATOR, keys::revoke),
                new Route("audit", "GET", "/v1/audit", OPERATOR, audit::list),
                new Route("listSessions", "GET", "/v1/sessions", DONOR, sessions::list),
                new Route("putSession", "PUT", "/v1/sessions/by-ref/{ref}", DONOR, sessions::put),
                new Route("getSession", "GET", "/v1/sessions/{id}", BOTH, sessions::get),
                new Route("cancelSession", "PUT", "/v1/sessions/{id}/cancellation", DONOR, sessions::cancel),
                new Route("listAllotments", "GET", "/v1/sessions/{id}/allotments", BOTH, allotments::ofSession),
                new Route("listSessionBookings", "GET", "/v1/sessions/{id}/bookings", DONOR, bookings::ofSession),
                new Route("getAllotment", "GET", "/v1/allotments/{id}", BOTH, allotments::get),
                new Route("putAllotment", "PUT", "/v1/allotments/{id}", DONOR, allotments::put),
                new Route("withdraw", "PUT", "/v1/allotments/{id}/withdrawal", DONOR, allotments::withdraw),
                new Route("getHold", "GET", "/v1/holds/{id}", STRUCTURE, holds::get),
                new Route("putHold", "PUT", "/v1/holds/{id}", STRUCTURE, holds::put),
                new Route("releaseHold", "DELETE", "/v1/holds/{id}", STRUCTURE, holds::release),
                new Route("listBookings", "GET", "/v1/bookings", STRUCTURE, bookings::list),
                new Route("getBooking", "GET", "/v1/bookings/{id}", STRUCTURE, bookings::get),
                new Route("putBooking", "PUT", "/v1/bookings/{id}", STRUCTURE, bookingWrites::put),
                new Route("acceptBooking", "PUT", "/v1/bookings/{id}/acceptance", DONOR, bookings::accept),
                new Route("refuseBooking", "PUT", "/v1/bookings/{id}/refusal", DONOR, bookings::refuse),
                new Route("putRelease", "PUT", "/v1/releases/{id}", STRUCTURE, releases::put),
                new Route("availabilities", "GET", "/v1/availabilities", STRUCTURE, availabilities::list),
                new Route("listWaitlist", "GET", "/v1/waitlist", STRUCTURE, waitlists::list),
                new Route("putWaitlist", "PUT", "/v1/waitlist/{id}", STRUCTURE, waitlists::put),
                new Route("leaveWaitlist", "DELETE", "/v1/waitlist/{id}", STRUCTURE, waitlists::leave),
                new Route("listAllocations", "GET", "/v1/allocations", STRUCTURE, allocations::list),
                new Route(
                        "confirmAllocation",
                        "PUT",
                        "/v1/allocations/{id}/confirmation",
                        STRUCTURE,
                        allocations::confirm),
                new Route(
                        "declineAllocation",
                        "PUT",
                        "/v1/allocations/{id}/declination",
                        STRUCTURE,
                        allocations::decline),
                new Route("listCalls", "GET", "/v1/calls", ALL, calls::list),
                new Route("getCall", "GET", "/v1/calls/{id}", ALL, calls::get),
                new Route("putCall", "PUT", "/v1/calls/{id}", OPERATOR, calls::put),
                new Route("drawCall", "PUT", "/v1/calls/{id}/draw", OPERATOR, draws::draw),
                new Route("callLog", "GET", "/v1/calls/{id}/log", ALL, draws::log),
                new Route("callInput", "GET", "/v1/calls/{id}/input", ALL, draws::input),
                new Route("getWishes", "GET", "/v1/calls/{id}/wishes", STRUCTURE, calls::getWishes),
                new Route("putWishes", "PUT", "/v1/calls/{id}/wishes", STRUCTURE, calls::putWishes),
                new Route("putAttendance", "PUT", "/v1/bookings/{id}/attendance", BOTH, attendances::put),
                new Route("getPathway", "GET", "/v1/pathways/{id}", STRUCTURE, pathways::get),
                new Route("putPathway", "PUT", "/v1/pathways/{id}", STRUCTURE, pathways::put),
                new Route("postEntries", "POST", "/v1/sessions/{id}/entries", DONOR, entries::post),
                new Route("exempt", "GET", "/v1/sessions/{id}/exempt", DONOR, entries::exempt),
                new Route("impact", "GET", "/v1/impact", OPERATOR, figures::impact));
    }
}
