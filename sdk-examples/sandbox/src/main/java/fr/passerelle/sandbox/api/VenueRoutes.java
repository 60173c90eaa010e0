package fr.passerelle.sandbox.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.sandbox.http.Call;
import fr.passerelle.sandbox.http.Json;
import fr.passerelle.sandbox.http.Refusal;
import fr.passerelle.sandbox.http.Response;
import fr.passerelle.sandbox.http.Route;
import fr.passerelle.sandbox.schema.Schema;
import fr.passerelle.sandbox.schema.Schema.Dialect;
import fr.passerelle.sandbox.schema.Types;
import fr.passerelle.sandbox.state.MessageUrls;
import fr.passerelle.sandbox.state.Provider;
import fr.passerelle.sandbox.state.ProviderLink;
import fr.passerelle.sandbox.state.Venue;
import fr.passerelle.sandbox.state.World;
import fr.passerelle.sandbox.view.VenueView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The venues a provider is linked to (operations 4 and 6). */
final class VenueRoutes {

    private static final Schema QUERY =
            Schema.lenient(Dialect.V1).optional("siren", Types.matching("^(\\d{9}|NC\\d{7})$"));
    private static final Pattern SIRET = Pattern.compile("[0-9]{14}|NC[0-9]{10}XX");

    private final World world;

    VenueRoutes(World world) {
        this.world = world;
    }

    List<Route> routes() {
        return List.of(
                Route.partner("GetOffererVenues", "GET", "/public/offers/v1/offerer_venues", this::list),
                Route.partner("GetVenueBySiret", "GET", "/public/offers/v1/venues/{siret:text}", this::bySiret));
    }

    private Response list(Call call) {
        String siren = QUERY.query(call, world.now()).text("siren");
        Map<Long, List<Venue>> byOfferer = new TreeMap<>();
        for (Venue venue : world.venues.all()) {
            if (world.reaches(call.provider(), venue) && (siren == null || siren.equals(venue.offerer.siren))) {
                byOfferer
                        .computeIfAbsent(venue.offerer.id, id -> new ArrayList<>())
                        .add(venue);
            }
        }
        ArrayNode offerers = Json.array();
        byOfferer
                .values()
                .forEach(venues -> offerers.add(VenueView.offerer(
                        venues.get(0).offerer,
                        venues.stream().anyMatch(venue -> venue.eligibleForCollective),
                        venues.stream()
                                .map(venue -> view(venue, call.provider()))
                                .toList())));
        return Response.ok(offerers);
    }

    private Response bySiret(Call call) {
        String siret = call.text("siret");
        if (!SIRET.matcher(siret).matches()) {
            throw Refusal.listed(400, "siret", "SIRET format is not valid");
        }
        Provider provider = call.provider();
        return world.venues.all().stream()
                .filter(venue -> siret.equals(venue.siret) && world.reaches(provider, venue))
                .findFirst()
                .map(venue -> Response.ok(view(venue, provider)))
                .orElseThrow(() -> Refusal.bare(404, "global", "Venue cannot be found"));
    }

    /** Shows the URLs that the caller has at the venue. */
    private ObjectNode view(Venue venue, Provider provider) {
        ProviderLink link = world.link(provider, venue);
        MessageUrls urls = link == null ? new MessageUrls() : link.urls;
        return VenueView.venue(venue, urls);
    }
}
