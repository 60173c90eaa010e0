package fr.passerelle.sandbox.app;

import fr.passerelle.sandbox.booking.Counter;
import fr.passerelle.sandbox.http.Call;
import fr.passerelle.sandbox.http.Handler;
import fr.passerelle.sandbox.http.Json;
import fr.passerelle.sandbox.http.Refusal;
import fr.passerelle.sandbox.http.Response;
import fr.passerelle.sandbox.http.Route;
import fr.passerelle.sandbox.http.Route.Access;
import fr.passerelle.sandbox.http.Route.Body;
import fr.passerelle.sandbox.schema.Form;
import fr.passerelle.sandbox.schema.Schema;
import fr.passerelle.sandbox.schema.Schema.Dialect;
import fr.passerelle.sandbox.schema.Types;
import fr.passerelle.sandbox.state.Beneficiary;
import fr.passerelle.sandbox.state.Booking;
import fr.passerelle.sandbox.state.Offer;
import fr.passerelle.sandbox.state.Stock;
import fr.passerelle.sandbox.state.World;
import java.util.List;
import java.util.stream.Stream;

/**
 * The app's routes; those about a person want {@code Authorization: Bearer <accessToken>}. Booking and cancelling take
 * the world's lock themselves, because they may wait for a vendor.
 */
public final class AppRoutes {

    private static final Schema BOOKING =
            Schema.lenient(Dialect.V1).required("stockId", Types.integer()).required("quantity", Types.integer());

    private final World world;
    private final Counter counter;
    private final Sessions sessions;

    /** Books and cancels at {@code counter}. */
    public AppRoutes(World world, Counter counter) {
        this.world = world;
        this.counter = counter;
        this.sessions = new Sessions(world);
    }

    /** The rows of the routing table. */
    public List<Route> routes() {
        Stream<Route> rows = Stream.of(
                read("get_user_profile", "/native/v1/me", this::me),
                new Route("book_offer", "POST", "/native/v1/bookings", Access.OPEN, Body.JSON, false, this::book),
                new Route(
                        "cancel_booking",
                        "POST",
                        "/native/v1/bookings/{booking_id}/cancel",
                        Access.OPEN,
                        Body.RAW,
                        false,
                        this::cancel),
                read("get_bookings", "/native/v2/bookings", this::bookings),
                read("get_booking", "/native/v2/bookings/{booking_id}", this::booking),
                read("get_offer", "/native/v2/offer/{offer_id}", this::offer),
                read("get_offer_v3", "/native/v3/offer/{offer_id}", this::offer),
                read(
                        "get_subcategories",
                        "/native/v1/subcategories/v2",
                        call -> Response.ok(SettingsView.subcategories())),
                read("get_settings", "/native/v1/settings", call -> Response.ok(SettingsView.settings())));
        return Stream.concat(sessions.routes().stream(), rows).toList();
    }

    private static Route read(String operation, String template, Handler handler) {
        return new Route(operation, "GET", template, Access.OPEN, Body.RAW, true, handler);
    }

    private Response me(Call call) {
        return Response.ok(ProfileView.profile(sessions.caller(call), world));
    }

    private Response book(Call call) {
        Beneficiary person = world.locked(() -> sessions.caller(call));
        Form form = BOOKING.body(call, world.now());
        Stock stock = world.locked(() -> world.stocks.find(form.requiredNumber("stockId")));
        if (stock == null) {
            throw Refusal.bare(400, "stock", "There is no such stock");
        }
        Booking booking = counter.book(person, stock, form.requiredNumber("quantity"));
        return Response.ok(Json.object().put("bookingId", booking.id));
    }

    private Response cancel(Call call) {
        counter.cancel(world.locked(() -> ownBooking(call)));
        return Response.noContent();
    }

    private Response bookings(Call call) {
        return Response.ok(TicketView.bookings(sessions.caller(call), world));
    }

    private Response booking(Call call) {
        return Response.ok(TicketView.booking(ownBooking(call), world.now()));
    }

    private Booking ownBooking(Call call) {
        Beneficiary person = sessions.caller(call);
        Booking booking = world.bookings.find(call.id("booking_id"));
        if (booking == null || booking.beneficiary != person) {
            throw Refusal.empty(404);
        }
        return booking;
    }

    private Response offer(Call call) {
        Offer offer = world.offers.find(call.id("offer_id"));
        if (offer == null || offer.validation != Offer.Validation.APPROVED) {
            throw Refusal.empty(404);
        }
        return Response.ok(AppOfferView.offer(offer, world.now()));
    }
}
