package fr.passerelle.sandbox.collective;

import com.fasterxml.jackson.databind.node.ArrayNode;
import fr.passerelle.sandbox.http.Call;
import fr.passerelle.sandbox.http.Json;
import fr.passerelle.sandbox.http.Refusal;
import fr.passerelle.sandbox.http.Response;
import fr.passerelle.sandbox.http.Route;
import fr.passerelle.sandbox.schema.Form;
import fr.passerelle.sandbox.school.CollectiveAction;
import fr.passerelle.sandbox.school.CollectiveOffer;
import fr.passerelle.sandbox.school.Schools;
import fr.passerelle.sandbox.state.Offer;
import fr.passerelle.sandbox.state.Provider;
import fr.passerelle.sandbox.state.World;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Collective offers that a provider made through the API (operations 38–42). */
final class CollectiveOfferRoutes {

    /** The longest list; there are no pages. */
    private static final int MAX_OFFERS = 500;

    private final World world;
    private final Schools schools;
    private final CollectiveOfferCreation creation;
    private final CollectiveOfferEdition edition;

    CollectiveOfferRoutes(World world, Schools schools) {
        this.world = world;
        this.schools = schools;
        this.creation = new CollectiveOfferCreation(world, schools);
        this.edition = new CollectiveOfferEdition(world, schools);
    }

    List<Route> routes() {
        String all = "/v2/collective/offers/";
        String one = "/v2/collective/offers/{offer_id}";
        return List.of(
                Route.partner("GetCollectiveOffersPublic", "GET", all, this::list),
                Route.partnerJson("PostCollectiveOfferPublic", "POST", all, creation::create),
                Route.partner("GetCollectiveOfferPublic", "GET", one, this::get),
                Route.partnerJson("PatchCollectiveOfferPublic", "PATCH", one, edition::edit),
                Route.partnerJson("ArchiveCollectiveOffers", "POST", "/v2/collective/offers/archive", this::archive));
    }

    private Response list(Call call) {
        Instant now = world.now();
        Form query = CollectiveSchemas.LIST_QUERY.query(call, now);
        ArrayNode list = Json.array();
        listed(call.provider())
                .filter(offer -> wanted(offer, query, now))
                .limit(MAX_OFFERS)
                .forEach(offer -> list.add(CollectiveView.item(offer, now)));
        return Response.ok(list);
    }

    /** What a provider made through the API, drafts aside, by id. */
    private Stream<CollectiveOffer> listed(Provider provider) {
        return schools.offers.all().stream()
                .filter(offer -> offer.provider == provider && offer.validation != Offer.Validation.DRAFT);
    }

    private static boolean wanted(CollectiveOffer offer, Form query, Instant now) {
        String status = query.text("offerStatus");
        Long venueId = query.number("venueId");
        Instant from = query.instant("periodBeginningDate");
        Instant to = query.instant("periodEndingDate");
        return (status == null || status.equals(offer.status(now).name()))
                && (venueId == null || venueId == offer.venue.id)
                && (from == null || !offer.start.isBefore(from))
                && (to == null || !offer.start.isAfter(to));
    }

    private Response get(Call call) {
        CollectiveOffer offer = schools.offers.find(call.id("offer_id"));
        if (offer == null || offer.provider != call.provider()) {
            throw unknown();
        }
        return Response.ok(CollectiveView.offer(offer, world.now()));
    }

    private static Refusal unknown() {
        return Refusal.listed(404, "global", "The collective offer does not exist");
    }

    /** The offer of a change: 404 when there is none, 403 when this provider did not make it through the API. */
    static CollectiveOffer own(Schools schools, Call call) {
        CollectiveOffer offer = schools.offers.find(call.id("offer_id"));
        if (offer == null) {
            throw unknown();
        }
        if (offer.provider != call.provider()) {
            throw Refusal.listed(403, "global", "The collective offer was not created by you through this API");
        }
        return offer;
    }

    private Response archive(Call call) {
        Instant now = world.now();
        Form form = CollectiveSchemas.ARCHIVE.body(call, now);
        TreeMap<Long, CollectiveOffer> own = listed(call.provider())
                .collect(Collectors.toMap(offer -> offer.id, Function.identity(), (a, b) -> a, TreeMap::new));
        TreeSet<Long> ids = new TreeSet<>(form.items("ids", Long.class));
        List<String> missing = ids.stream()
                .filter(id -> !own.containsKey(id))
                .map(String::valueOf)
                .toList();
        if (!missing.isEmpty()) {
            // The server prints a set in its own language.
            throw Refusal.bare(404, "ids", "Offers that could not be found: {" + String.join(", ", missing) + "}");
        }
        own.keySet().retainAll(ids);
        if (own.values().stream().anyMatch(offer -> !offer.allows(CollectiveAction.ARCHIVE, now))) {
            throw Refusal.listed(400, "global", "The status of one of the offers forbids to archive it");
        }
        own.values().forEach(offer -> offer.archived = true);
        return Response.noContent();
    }
}
