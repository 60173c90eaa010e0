package fr.passerelle.sandbox.collective;

import fr.passerelle.sandbox.http.Call;
import fr.passerelle.sandbox.http.Refusal;
import fr.passerelle.sandbox.http.Response;
import fr.passerelle.sandbox.http.Route;
import fr.passerelle.sandbox.school.CollectiveAction;
import fr.passerelle.sandbox.school.CollectiveBooking;
import fr.passerelle.sandbox.school.CollectiveBooking.Status;
import fr.passerelle.sandbox.school.Schools;
import fr.passerelle.sandbox.state.World;
import java.time.Instant;
import java.util.List;

/** Cancels bookings (operation 43), those of offers made in the portal included. */
final class CollectiveBookingRoutes {

    /** Why a booking was cancelled, when this API did it. */
    static final String REASON = "PUBLIC_API";

    private final World world;
    private final Schools schools;

    CollectiveBookingRoutes(World world, Schools schools) {
        this.world = world;
        this.schools = schools;
    }

    List<Route> routes() {
        return List.of(Route.partner(
                "CancelCollectiveBooking", "PATCH", "/v2/collective/bookings/{booking_id}", this::cancel));
    }

    private Response cancel(Call call) {
        CollectiveBooking booking = schools.bookings.find(call.id("booking_id"));
        if (booking == null || !world.reaches(call.provider(), booking.offer.venue)) {
            throw Refusal.empty(404);
        }
        Instant now = world.now();
        if (!booking.offer.allows(CollectiveAction.CANCEL_BOOKING, now)) {
            throw refused(
                    "The booking cannot be cancelled because the status of its offer is " + booking.offer.status(now));
        }
        if (!booking.live()) {
            throw refused("The booking is cancelled already");
        }
        if (booking.status == Status.USED) {
            throw refused("The booking has been used");
        }
        if (booking.status == Status.REIMBURSED) {
            throw refused("The booking is being reimbursed");
        }
        booking.cancel(REASON);
        return Response.noContent();
    }

    private static Refusal refused(String why) {
        return Refusal.bare(403, "booking", why);
    }
}
