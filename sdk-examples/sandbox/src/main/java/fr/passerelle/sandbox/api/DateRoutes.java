package fr.passerelle.sandbox.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.sandbox.VendorMessages;
import fr.passerelle.sandbox.http.Call;
import fr.passerelle.sandbox.http.Json;
import fr.passerelle.sandbox.http.Refusal;
import fr.passerelle.sandbox.http.Response;
import fr.passerelle.sandbox.http.Route;
import fr.passerelle.sandbox.schema.Form;
import fr.passerelle.sandbox.schema.Schema;
import fr.passerelle.sandbox.state.Booking;
import fr.passerelle.sandbox.state.Bookings;
import fr.passerelle.sandbox.state.Offer;
import fr.passerelle.sandbox.state.Stock;
import fr.passerelle.sandbox.state.World;
import fr.passerelle.sandbox.view.OfferView;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Dates of an event: lists, reads and deletes them, and hands writing to {@link DateWriter} (operations 21–24). */
final class DateRoutes {

    private static final String LIST = "/public/offers/v1/events/{event_id}/dates";
    private static final String ITEM = LIST + "/{stock_id}";
    private static final Schema QUERY = Paging.QUERY.optional("idsAtProvider", Paging.AT_MOST_100_IDS);

    private static final Set<Booking.Status> LIVE = Set.of(Booking.Status.CONFIRMED, Booking.Status.USED);

    private final World world;
    private final Access access;
    private final DateWriter writer;
    private final VendorMessages messages;

    DateRoutes(World world, VendorMessages messages) {
        this.messages = messages;
        this.world = world;
        this.access = new Access(world);
        this.writer = new DateWriter(world);
    }

    List<Route> routes() {
        return List.of(
                Route.partnerJson("PostEventStocks", "POST", LIST, this::create),
                Route.partner("GetEventStocks", "GET", LIST, this::list),
                Route.partnerJson("PatchEventStock", "PATCH", ITEM, this::edit),
                Route.partner("DeleteEventStock", "DELETE", ITEM, this::delete).unlocked());
    }

    private Response create(Call call) {
        List<Form> items = EventSchemas.DATES.body(call, world.now()).forms("dates");
        Offer event = access.event(call.provider(), call.id("event_id"));
        return response(writer.create(call.provider(), event, items));
    }

    private Response list(Call call) {
        Form query = QUERY.query(call, world.now());
        Offer event = access.event(call.provider(), call.id("event_id"));
        List<Stock> wanted = event.liveStocks().stream()
                .filter(date -> Paging.wanted(query, "idsAtProvider", date.idAtProvider))
                .toList();
        return response(Paging.page(wanted, date -> date.id, query));
    }

    private static Response response(Collection<Stock> dates) {
        ObjectNode json = Json.object();
        ArrayNode list = json.putArray("dates");
        dates.forEach(date -> list.add(OfferView.date(date)));
        return Response.ok(json);
    }

    private Response edit(Call call) {
        Form form = EventSchemas.DATE_EDITION.body(call, world.now());
        Stock date = date(access.event(call.provider(), call.id("event_id")), call.id("stock_id"));
        writer.edit(call.provider(), date, form);
        return Response.ok(OfferView.date(date));
    }

    /** Cancels what is booked. The vendor's cancel URL is not called; offers without tickets are notified about. */
    private Response delete(Call call) {
        List<Booking> cancelled = world.locked(() -> deleted(call));
        cancelled.stream().filter(booking -> !booking.stock.offer.hasTicket()).forEach(messages::announceCancellation);
        return Response.noContent();
    }

    private List<Booking> deleted(Call call) {
        Offer event = access.event(call.provider(), call.id("event_id"));
        Stock date = date(event, call.id("stock_id"));
        Access.refuseUnderReview(event);
        if (date.beginning != null
                && date.beginning.plus(Bookings.CANCELLATION_WINDOW).isBefore(world.now())) {
            throw Refusal.listed(400, "global", "The event ended more than two days ago and cannot be deleted");
        }
        date.deleted = true;
        List<Booking> live = world.bookings.all().stream()
                .filter(booking -> booking.stock == date && LIVE.contains(booking.status))
                .toList();
        live.forEach(booking -> world.bookingRules.cancel(booking, "OFFERER"));
        return live;
    }

    private Stock date(Offer event, long id) {
        Stock date = world.stocks.find(id);
        if (date == null || date.offer != event || date.deleted) {
            throw Refusal.listed(404, "stock_id", "No stock could be found");
        }
        return date;
    }
}
