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
import fr.passerelle.sandbox.state.Offer;
import fr.passerelle.sandbox.state.PriceCategory;
import fr.passerelle.sandbox.state.Stock;
import fr.passerelle.sandbox.state.World;
import fr.passerelle.sandbox.view.OfferView;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Price categories of an event (operations 18–20). */
final class PriceCategoryRoutes {

    private static final String LIST = "/public/offers/v1/events/{event_id}/price_categories";
    private static final String ITEM = LIST + "/{price_category_id}";

    /** Paging parameters are checked, and then ignored. */
    private static final Schema QUERY = Paging.QUERY.optional("idsAtProvider", Paging.AT_MOST_100_IDS);

    private final World world;
    private final Access access;

    PriceCategoryRoutes(World world) {
        this.world = world;
        this.access = new Access(world);
    }

    List<Route> routes() {
        return List.of(
                Route.partnerJson("PostEventPriceCategories", "POST", LIST, this::create),
                Route.partner("GetEventPriceCategories", "GET", LIST, this::list),
                Route.partnerJson("PatchEventPriceCategory", "PATCH", ITEM, this::edit));
    }

    private Response create(Call call) {
        List<Form> items = EventSchemas.PRICE_CATEGORIES.body(call, world.now()).forms("priceCategories");
        Offer event = access.event(call.provider(), call.id("event_id"));
        if (event.priceCategories.size() + items.size() > EventSchemas.MAX_PRICE_CATEGORIES) {
            throw refused("An event has at most " + EventSchemas.MAX_PRICE_CATEGORIES + " price categories");
        }
        for (Form item : items) {
            if (event.priceCategories.stream().anyMatch(category -> same(category, item))) {
                throw refused("The price category " + item.requiredText("label") + " already exists at this price");
            }
        }
        for (Form item : items) {
            OfferRules.checkPrice(event.venue, item.requiredNumber("price"));
            checkIdAtProvider(event, null, item.text("idAtProvider"));
        }
        return response(items.stream()
                .map(item -> OfferCreation.addPriceCategory(world, event, item))
                .toList());
    }

    private static boolean same(PriceCategory category, Form item) {
        return category.label.equals(item.text("label")) && category.price == item.requiredNumber("price");
    }

    private static Refusal refused(String text) {
        return Refusal.listed(400, "priceCategories", text);
    }

    private static void checkIdAtProvider(Offer event, @Nullable PriceCategory edited, @Nullable String id) {
        boolean taken = id != null
                && event.priceCategories.stream()
                        .anyMatch(category -> category != edited && id.equals(category.idAtProvider));
        if (taken) {
            throw Refusal.listed(400, "idAtProvider", "`" + id + "` is already taken by another price category");
        }
    }

    private Response list(Call call) {
        Form query = QUERY.query(call, world.now());
        Offer event = access.event(call.provider(), call.id("event_id"));
        return response(event.priceCategories.stream()
                .filter(category -> Paging.wanted(query, "idsAtProvider", category.idAtProvider))
                .toList());
    }

    private static Response response(Collection<PriceCategory> categories) {
        ObjectNode json = Json.object();
        ArrayNode list = json.putArray("priceCategories");
        categories.forEach(category -> list.add(OfferView.priceCategory(category)));
        return Response.ok(json);
    }

    private Response edit(Call call) {
        Form form = EventSchemas.PRICE_CATEGORY_EDITION.body(call, world.now());
        Offer event = access.event(call.provider(), call.id("event_id"));
        PriceCategory category = world.priceCategories.find(call.id("price_category_id"));
        if (category == null || category.offer != event) {
            throw Refusal.listed(404, "price_category_id", "The price category could not be found");
        }
        Access.refuseUnderReview(event);
        Access.refuseImported(event, call.provider());
        if (form.has("price")) {
            Long price = form.number("price");
            if (price == null) {
                throw Refusal.crash();
            }
            OfferRules.checkPrice(event.venue, price);
        }
        checkIdAtProvider(event, category, form.text("idAtProvider"));
        category.label = form.text("label", category.label);
        if (form.has("idAtProvider")) {
            category.idAtProvider = form.text("idAtProvider");
        }
        if (form.has("price")) {
            category.price = Math.toIntExact(form.requiredNumber("price"));
            event.liveStocks().stream()
                    .filter(date -> date.priceCategory == category && !isOver(date))
                    .forEach(date -> date.price = category.price);
        }
        return Response.ok(OfferView.priceCategory(category));
    }

    private boolean isOver(Stock date) {
        return date.beginning != null && !date.beginning.isAfter(world.now());
    }
}
