package fr.passerelle.sandbox.api;

import fr.passerelle.sandbox.http.Call;
import fr.passerelle.sandbox.http.Refusal;
import fr.passerelle.sandbox.http.Response;
import fr.passerelle.sandbox.http.Route;
import fr.passerelle.sandbox.schema.Form;
import fr.passerelle.sandbox.state.Venue;
import fr.passerelle.sandbox.state.World;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** Replaces the sessions of a cinema, film by film; the work is done later and nothing is reported back. */
final class CinemaRoutes {

    private final World world;
    private final Access access;
    private final CinemaQueue queue;

    CinemaRoutes(World world, CinemaQueue queue) {
        this.world = world;
        this.access = new Access(world);
        this.queue = queue;
    }

    List<Route> routes() {
        return List.of(Route.partnerJson(
                "PutBatchUpdateCinemaSessions", "PUT", "/public/offers/v1/events/cinema_sessions", this::replace));
    }

    private Response replace(Call call) {
        Form form = CinemaSchemas.SESSIONS.body(call, world.now());
        Venue venue = access.venue(call.provider(), form.requiredNumber("venueId"));
        List<Form> films = form.forms("offers");
        refuseUnknownAddresses(films);
        queue.add(call.provider(), venue, films);
        return Response.noContent();
    }

    private void refuseUnknownAddresses(List<Form> films) {
        TreeSet<Long> missing = new TreeSet<>();
        films.stream()
                .map(film -> film.form("address"))
                .filter(Objects::nonNull)
                .map(address -> address.requiredNumber("id"))
                .filter(id -> world.addresses.rows.find(id) == null)
                .forEach(missing::add);
        if (!missing.isEmpty()) {
            throw Refusal.listed(404, "global", "Some addresses could not be found. Missing ids: " + missing);
        }
    }
}
