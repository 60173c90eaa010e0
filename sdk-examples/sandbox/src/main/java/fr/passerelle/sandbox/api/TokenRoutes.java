package fr.passerelle.sandbox.api;

import fr.passerelle.sandbox.VendorMessages;
import fr.passerelle.sandbox.VendorMessages.Release;
import fr.passerelle.sandbox.http.Call;
import fr.passerelle.sandbox.http.Refusal;
import fr.passerelle.sandbox.http.Response;
import fr.passerelle.sandbox.http.Route;
import fr.passerelle.sandbox.state.Booking;
import fr.passerelle.sandbox.state.Booking.Status;
import fr.passerelle.sandbox.state.Provider;
import fr.passerelle.sandbox.state.World;
import fr.passerelle.sandbox.view.BookingView;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Countermarks: read, use, take back, cancel (operations 34–37; the states are the table of reference section 7.2). */
final class TokenRoutes {

    private static final String PREFIX = "/public/bookings/v1/";
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm", Locale.ROOT);

    private final World world;
    private final VendorMessages messages;

    TokenRoutes(World world, VendorMessages messages) {
        this.world = world;
        this.messages = messages;
    }

    List<Route> routes() {
        return List.of(
                Route.partner("GetBookingByToken", "GET", PREFIX + "token/{token:text}", this::read),
                Route.partner("ValidateBookingByToken", "PATCH", PREFIX + "use/token/{token:text}", this::use),
                Route.partner(
                        "CancelBookingValidationByToken", "PATCH", PREFIX + "keep/token/{token:text}", this::keep),
                Route.partner("CancelBookingByToken", "PATCH", PREFIX + "cancel/token/{token:text}", this::cancel)
                        .unlocked());
    }

    private Response read(Call call) {
        return Response.ok(BookingView.booking(usable(call)));
    }

    private Response use(Call call) {
        world.bookingRules.use(usable(call));
        return Response.noContent();
    }

    private Response keep(Call call) {
        Booking booking = reachable(call);
        refuseReimbursedOrCancelled(booking);
        if (booking.status == Status.CONFIRMED) {
            throw forbidden("This countermark has not been used yet");
        }
        if (booking.activationCode != null) {
            throw forbidden("A booking with an activation code cannot be taken back");
        }
        world.bookingRules.unuse(booking);
        return Response.noContent();
    }

    /** Asks the vendor without the world's lock, and therefore checks the booking again before cancelling it. */
    private Response cancel(Call call) {
        Booking booking = world.locked(() -> cancellable(call));
        boolean ticketed = booking.stock.offer.hasTicket();
        Release release = ticketed ? messages.releaseTickets(booking) : Release.DONE;
        if (release == Release.FAILED) {
            throw Refusal.listed(500, "global", "The ticketing service did not cancel the tickets");
        }
        world.locked(() -> {
            cancellable(call);
            world.bookingRules.cancel(booking, "OFFERER");
            if (release == Release.ALREADY) {
                // As the server does: the booking is cancelled, and its places are lost.
                booking.stock.booked += booking.quantity;
            }
            return booking;
        });
        if (!ticketed) {
            messages.announceCancellation(booking);
        }
        return Response.noContent();
    }

    private Booking cancellable(Call call) {
        Booking booking = reachable(call);
        refuseReimbursedOrCancelled(booking);
        if (booking.status == Status.USED) {
            throw used();
        }
        Instant limit = booking.cancellationLimit;
        if (limit != null && !world.now().isBefore(limit)) {
            throw forbidden("It is too late to cancel this booking");
        }
        return booking;
    }

    /** A confirmed booking whose user can no longer cancel, of a structure that is not closed. */
    private Booking usable(Call call) {
        Booking booking = reachable(call);
        refuseReimbursedOrCancelled(booking);
        if (booking.status == Status.USED) {
            throw used();
        }
        if (booking.stock.offer.venue.offerer.closed) {
            throw Refusal.listed(403, "booking", "The structure is closed");
        }
        Instant limit = booking.cancellationLimit;
        if (limit != null && world.now().isBefore(limit)) {
            String local = LOCAL.format(limit.atZone(booking.stock.offer.address.zone()));
            throw forbidden("The user may cancel this booking until " + local + ", and it can be used from then on");
        }
        return booking;
    }

    private static void refuseReimbursedOrCancelled(Booking booking) {
        if (booking.status == Status.REIMBURSED) {
            throw Refusal.bare(403, "payment", "This booking is being reimbursed");
        }
        if (booking.status == Status.CANCELLED) {
            throw Refusal.bare(410, "booking", "This booking has been cancelled");
        }
    }

    private static Refusal used() {
        return Refusal.bare(410, "booking", "This countermark has been used already");
    }

    private static Refusal forbidden(String text) {
        return Refusal.bare(403, "booking", text);
    }

    private Booking reachable(Call call) {
        Provider provider = call.provider();
        Booking booking = world.bookingRules.byToken(call.text("token"));
        if (booking == null || !world.reaches(provider, booking.stock.offer.venue)) {
            throw Refusal.bare(404, "global", "This countermark cannot be found");
        }
        return booking;
    }
}
