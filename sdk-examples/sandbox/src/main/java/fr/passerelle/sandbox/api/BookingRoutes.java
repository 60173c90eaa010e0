package fr.passerelle.sandbox.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.sandbox.http.Call;
import fr.passerelle.sandbox.http.Json;
import fr.passerelle.sandbox.http.Refusal;
import fr.passerelle.sandbox.http.Response;
import fr.passerelle.sandbox.http.Route;
import fr.passerelle.sandbox.schema.Form;
import fr.passerelle.sandbox.schema.Schema;
import fr.passerelle.sandbox.schema.Schema.Dialect;
import fr.passerelle.sandbox.schema.TypesV2;
import fr.passerelle.sandbox.state.Booking;
import fr.passerelle.sandbox.state.Offer;
import fr.passerelle.sandbox.state.PriceCategory;
import fr.passerelle.sandbox.state.Provider;
import fr.passerelle.sandbox.state.Venue;
import fr.passerelle.sandbox.state.World;
import fr.passerelle.sandbox.view.BookingView;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** The list of bookings (operation 33). */
final class BookingRoutes {

    private static final Schema QUERY = Schema.strict(Dialect.V2)
            .optional("limit", TypesV2.atMost(Paging.MAX_LIMIT, TypesV2.above(0, TypesV2.integer())))
            .optional("firstIndex", TypesV2.atLeast(1, TypesV2.integer()))
            .optional("offerId", TypesV2.integer())
            .optional("venueId", TypesV2.integer())
            .optional("priceCategoryId", TypesV2.integer())
            .optional("stockId", TypesV2.integer())
            .optional(
                    "status",
                    TypesV2.member(Arrays.stream(Booking.Status.values())
                            .map(Enum::name)
                            .toList()))
            .optional("beginningDatetime", TypesV2.moment());

    private final World world;
    private final Access access;

    BookingRoutes(World world) {
        this.world = world;
        this.access = new Access(world);
    }

    List<Route> routes() {
        return List.of(Route.partner("GetBookings", "GET", "/public/bookings/v1/bookings", this::list));
    }

    private Response list(Call call) {
        Form query = QUERY.query(call, world.now());
        Predicate<Booking> wanted = offerOrVenue(call.provider(), query).and(filters(query));
        ObjectNode json = Json.object();
        ArrayNode bookings = json.putArray("bookings");
        List<Booking> all = world.bookings.all().stream().filter(wanted).toList();
        Paging.page(all, booking -> booking.id, query).forEach(booking -> bookings.add(BookingView.booking(booking)));
        return Response.ok(json);
    }

    private Predicate<Booking> offerOrVenue(Provider provider, Form query) {
        Long venueId = query.number("venueId");
        Long offerId = query.number("offerId");
        if (venueId == null && offerId == null) {
            throw Refusal.listed(400, "global", "At least one of venueId and offerId is needed");
        }
        Venue venue = venueId == null ? null : world.venues.find(venueId);
        if (venueId != null && (venue == null || !world.reaches(provider, venue))) {
            throw Refusal.bare(404, "venueId", "The venue could not be found");
        }
        Offer offer = offerId == null ? null : access.offer(provider, offerId);
        if (offerId != null && offer == null) {
            throw Refusal.bare(404, "offerId", "The offer could not be found");
        }
        return booking -> (offer == null || booking.stock.offer == offer)
                && (venue == null || booking.stock.offer.venue == venue);
    }

    private Predicate<Booking> filters(Form query) {
        Long stockId = query.number("stockId");
        String status = query.text("status");
        Long categoryId = query.number("priceCategoryId");
        // The server gives every booking of the offer that owns the category.
        PriceCategory category = categoryId == null ? null : world.priceCategories.find(categoryId);
        return booking -> (stockId == null || booking.stock.id == stockId)
                && (status == null || booking.status.name().equals(status))
                && (categoryId == null || (category != null && category.offer == booking.stock.offer))
                && (!query.has("beginningDatetime")
                        || query.requiredInstant("beginningDatetime").equals(booking.stock.beginning));
    }
}
