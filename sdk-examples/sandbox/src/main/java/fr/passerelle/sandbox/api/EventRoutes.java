package fr.passerelle.sandbox.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.sandbox.http.Call;
import fr.passerelle.sandbox.http.Json;
import fr.passerelle.sandbox.http.Response;
import fr.passerelle.sandbox.http.Route;
import fr.passerelle.sandbox.schema.Form;
import fr.passerelle.sandbox.state.Offer;
import fr.passerelle.sandbox.state.World;
import fr.passerelle.sandbox.view.OfferView;
import java.util.List;

/** Events (operations 14–17). */
final class EventRoutes {

    private static final String EVENTS = "/public/offers/v1/events";
    private static final String EVENT = "/public/offers/v1/events/{event_id}";

    private final World world;
    private final Access access;
    private final OfferLists lists;
    private final OfferCreation creation;
    private final OfferEdition edition;

    EventRoutes(World world) {
        this.world = world;
        this.access = new Access(world);
        this.lists = new OfferLists(world);
        this.creation = new OfferCreation(world);
        this.edition = new OfferEdition(world);
    }

    List<Route> routes() {
        return List.of(
                Route.partnerJson("PostEventOffer", "POST", EVENTS, this::create),
                Route.partner("GetEvents", "GET", EVENTS, this::list),
                Route.partner("GetEvent", "GET", EVENT, this::read),
                Route.partnerJson("EditEvent", "PATCH", EVENT, this::edit));
    }

    private Response create(Call call) {
        Form form = EventSchemas.CREATION.body(call, world.now());
        return response(creation.create(call.provider(), form, true));
    }

    private Response list(Call call) {
        ObjectNode json = Json.object();
        ArrayNode events = json.putArray("events");
        lists.page(call, true).forEach(event -> events.add(OfferView.event(event, world.now())));
        return Response.ok(json);
    }

    private Response read(Call call) {
        return response(access.event(call.provider(), call.id("event_id")));
    }

    private Response edit(Call call) {
        Form form = EventSchemas.EDITION.body(call, world.now());
        Offer event = access.event(call.provider(), call.id("event_id"));
        edition.prepare(call.provider(), event, form).run();
        return response(event);
    }

    private Response response(Offer event) {
        return Response.ok(OfferView.event(event, world.now()));
    }
}
