package fr.passerelle.sandbox.app;

import fr.passerelle.sandbox.booking.Counter;
import fr.passerelle.sandbox.http.Answer;
import fr.passerelle.sandbox.http.Call;
import fr.passerelle.sandbox.http.Json;
import fr.passerelle.sandbox.http.Refusal;
import fr.passerelle.sandbox.http.Route;
import fr.passerelle.sandbox.http.Route.Access;
import fr.passerelle.sandbox.http.Route.Body;
import fr.passerelle.sandbox.schema.Form;
import fr.passerelle.sandbox.schema.Schema;
import fr.passerelle.sandbox.schema.Schema.Dialect;
import fr.passerelle.sandbox.schema.Types;
import fr.passerelle.sandbox.state.Beneficiary;
import fr.passerelle.sandbox.state.Booking;
import fr.passerelle.sandbox.state.Stock;
import fr.passerelle.sandbox.state.World;
import java.util.List;

/**
 * A beneficiary's routes, with {@code Authorization: Bearer <accessToken>}. Handlers take the world's lock themselves.
 */
public final class AppRoutes {

    private static final String BEARER = "Bearer ";
    private static final Schema BOOKING =
            Schema.lenient(Dialect.V1).required("stockId", Types.integer()).required("quantity", Types.integer());

    private final World world;
    private final Counter counter;

    /** Books and cancels at {@code counter}. */
    public AppRoutes(World world, Counter counter) {
        this.world = world;
        this.counter = counter;
    }

    /** The rows of the routing table. */
    public List<Route> routes() {
        return List.of(
                new Route("get_user_profile", "GET", "/native/v1/me", Access.OPEN, Body.RAW, true, this::me),
                new Route("book_offer", "POST", "/native/v1/bookings", Access.OPEN, Body.JSON, false, this::book),
                new Route(
                        "cancel_booking",
                        "POST",
                        "/native/v1/bookings/{booking_id}/cancel",
                        Access.OPEN,
                        Body.RAW,
                        false,
                        this::cancel),
                new Route(
                        "get_booking",
                        "GET",
                        "/native/v2/bookings/{booking_id}",
                        Access.OPEN,
                        Body.RAW,
                        true,
                        this::booking));
    }

    private Answer me(Call call) {
        return Answer.ok(ProfileView.profile(caller(call), world));
    }

    private Answer book(Call call) {
        Beneficiary person = world.locked(() -> caller(call));
        Form form = BOOKING.body(call, world.now());
        Stock stock = world.locked(() -> world.stocks.find(form.requiredNumber("stockId")));
        if (stock == null) {
            throw Refusal.bare(400, "stock", "There is no such stock");
        }
        Booking booking = counter.book(person, stock, form.requiredNumber("quantity"));
        return Answer.ok(Json.object().put("bookingId", booking.id));
    }

    private Answer cancel(Call call) {
        counter.cancel(world.locked(() -> ownBooking(call)));
        return Answer.noContent();
    }

    private Answer booking(Call call) {
        return Answer.ok(TicketView.booking(ownBooking(call), world.now()));
    }

    private Booking ownBooking(Call call) {
        Beneficiary person = caller(call);
        Booking booking = world.bookings.find(call.id("booking_id"));
        if (booking == null || booking.beneficiary != person) {
            throw Refusal.empty(404);
        }
        return booking;
    }

    private Beneficiary caller(Call call) {
        String header = call.header("Authorization");
        String token = header != null && header.startsWith(BEARER) ? header.substring(BEARER.length()) : "";
        return world.beneficiaries.all().stream()
                .filter(person -> person.accessToken.equals(token))
                .findFirst()
                .orElseThrow(() -> Refusal.bare(401, "msg", "An access token is required"));
    }
}
