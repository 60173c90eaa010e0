package fr.passerelle.sandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.sandbox.http.Call;
import fr.passerelle.sandbox.http.Json;
import fr.passerelle.sandbox.http.Refusal;
import fr.passerelle.sandbox.http.Response;
import fr.passerelle.sandbox.http.Route;
import fr.passerelle.sandbox.schema.Form;
import fr.passerelle.sandbox.state.Address;
import fr.passerelle.sandbox.state.CatalogueProduct;
import fr.passerelle.sandbox.state.Venue;
import fr.passerelle.sandbox.state.World;
import fr.passerelle.sandbox.view.OfferView;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Products by EAN: reads offers, takes work for later, says what the catalogue allows (operations 29–31). */
final class EanRoutes {

    private static final String BY_EAN = "/public/offers/v1/products/ean";

    private final World world;
    private final Access access;
    private final EanQueue queue;

    EanRoutes(World world, EanQueue queue) {
        this.world = world;
        this.access = new Access(world);
        this.queue = queue;
    }

    List<Route> routes() {
        return List.of(
                Route.partner("GetProductByEan", "GET", BY_EAN, this::read),
                Route.partnerJson("PostProductOfferByEan", "POST", BY_EAN, this::upsert),
                Route.partner("CheckEansAvailability", "GET", BY_EAN + "/check_availability", this::check));
    }

    private Response read(Call call) {
        Form query = ProductSchemas.BY_EAN.query(call, world.now());
        Venue venue = world.venues.find(query.requiredNumber("venueId"));
        if (venue == null || !world.reaches(call.provider(), venue)) {
            throw Refusal.listed(404, "venue_id", "The venue could not be found");
        }
        return Response.ok(OfferView.products(world.offersByEan(venue, query.texts("eans")), world.now()));
    }

    private Response upsert(Call call) {
        Form form = ProductSchemas.UPSERTS.body(call, world.now());
        Form location = form.requiredForm("location");
        Venue venue = access.openVenue(call.provider(), location);
        if (venue.digital) {
            throw Refusal.listed(400, "location", "A virtual venue sells nothing by EAN");
        }
        boolean elsewhere = location.has("addressId");
        Address address = elsewhere ? OfferRules.address(world, location) : venue.address;
        String label = elsewhere ? location.text("addressLabel") : venue.publicName;
        queue.add(new EanWorker.Shelf(call.provider(), venue, address, label), form.forms("products"));
        return Response.noContent();
    }

    private Response check(Call call) {
        Form query = ProductSchemas.AVAILABILITY.query(call, world.now());
        ObjectNode json = Json.object();
        json.putArray("available");
        ObjectNode rejected = json.putObject("rejected");
        List.of("notFound", "subcategoryNotAllowed", "notCompliantWithCgu").forEach(rejected::putArray);
        for (String ean : new LinkedHashSet<>(query.texts("eans"))) {
            String reason = refusal(world.catalogue.find(ean));
            (reason == null ? json.withArray("available") : rejected.withArray(reason)).add(ean);
        }
        return Response.ok(json);
    }

    private static @Nullable String refusal(@Nullable CatalogueProduct product) {
        if (product == null) {
            return "notFound";
        }
        if (!product.categoryAllowed()) {
            return "subcategoryNotAllowed";
        }
        return product.compliant() ? null : "notCompliantWithCgu";
    }
}
