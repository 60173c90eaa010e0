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
import fr.passerelle.sandbox.state.Address;
import fr.passerelle.sandbox.state.Addresses;
import fr.passerelle.sandbox.state.Addresses.Known;
import fr.passerelle.sandbox.state.Addresses.Spelling;
import fr.passerelle.sandbox.state.World;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Addresses, looked up in the national base first (operations 7, 8a and 8b). */
final class AddressRoutes {

    private static final String ADDRESSES = "/public/offers/v1/addresses";

    /** Body and query alike; {@code postalCode} has no second spelling. */
    private static final Schema ADDRESS = Schema.strict(Dialect.V2)
            .required("street", TypesV2.text(1, 200))
            .required("city", TypesV2.text(1, 200))
            .required("postalCode", TypesV2.matching("^(?:0[1-9]|[1-8]\\d|9[0-8])\\d{3}$"))
            .nullable("latitude", TypesV2.decimal(-90, 90))
            .nullable("longitude", TypesV2.decimal(-180, 180))
            .camelCaseOnly();

    private final World world;

    AddressRoutes(World world) {
        this.world = world;
    }

    List<Route> routes() {
        return List.of(
                Route.partnerJson("CreateAddress", "POST", ADDRESSES, this::create),
                Route.partner("SearchAddresses", "GET", ADDRESSES + "/search", this::search),
                Route.partner("GetAddress", "GET", ADDRESSES + "/{address_id}", this::read));
    }

    /** What the base knows is stored as the base spells it; anything else needs coordinates and a known town. */
    private Response create(Call call) {
        Form form = checked(ADDRESS.body(call, world.now()));
        Known known = lookUp(form);
        if (known != null) {
            return Response.ok(
                    view(world.addresses.stored(known.spelling(), known.latitude(), known.longitude(), known.banId())));
        }
        BigDecimal latitude = degrees(form, "latitude");
        BigDecimal longitude = degrees(form, "longitude");
        if (latitude == null || longitude == null) {
            throw Refusal.listed(400, "__root__", "The address is not in the national base: give its coordinates");
        }
        return Response.ok(view(world.addresses.stored(inKnownTown(form), latitude, longitude, null)));
    }

    private Response search(Call call) {
        Form form = checked(ADDRESS.query(call, world.now()));
        Known known = lookUp(form);
        Spelling wanted = known == null ? inKnownTown(form) : known.spelling();
        BigDecimal latitude = degrees(form, "latitude");
        BigDecimal longitude = degrees(form, "longitude");
        ObjectNode json = Json.object();
        ArrayNode found = json.putArray("addresses");
        world.addresses.rows.all().stream()
                .filter(row -> row.spelling().equals(wanted))
                .filter(row -> latitude == null || row.latitude().compareTo(latitude) == 0)
                .filter(row -> longitude == null || row.longitude().compareTo(longitude) == 0)
                .forEach(row -> found.add(view(row)));
        return Response.ok(json);
    }

    private Response read(Call call) {
        Address address = world.addresses.rows.find(call.id("address_id"));
        if (address == null) {
            throw Refusal.bare(404, "address", "We could not find any address with this id");
        }
        return Response.ok(view(address));
    }

    /** One coordinate calls for the other. */
    private static Form checked(Form form) {
        boolean latitude = form.get("latitude") != null;
        if (latitude != (form.get("longitude") != null)) {
            throw Refusal.listed(
                    400, latitude ? "longitude" : "latitude", "Latitude and longitude must be given together");
        }
        return form;
    }

    private @Nullable Known lookUp(Form form) {
        if (!world.addresses.baseAvailable) {
            throw Refusal.crash();
        }
        return world.addresses.lookUp(spelling(form));
    }

    /** The address with its town as the base spells it; the postal code stays as sent. */
    private Spelling inKnownTown(Form form) {
        Spelling sent = spelling(form);
        String city = world.addresses.town(sent.city(), sent.postalCode());
        if (city == null) {
            throw Refusal.listed(400, "__root__", "No municipality has this name and this postal code");
        }
        return new Spelling(sent.street(), city, sent.postalCode());
    }

    private static Spelling spelling(Form form) {
        return new Spelling(form.requiredText("street"), form.requiredText("city"), form.requiredText("postalCode"));
    }

    private static @Nullable BigDecimal degrees(Form form, String name) {
        return form.get(name) instanceof BigDecimal degrees ? Addresses.rounded(degrees) : null;
    }

    private static ObjectNode view(Address address) {
        return Json.object()
                .put("id", address.id())
                .put("latitude", address.latitude())
                .put("longitude", address.longitude())
                .put("banId", address.banId())
                .put("city", address.city())
                .put("postalCode", address.postalCode())
                .put("street", address.street());
    }
}
