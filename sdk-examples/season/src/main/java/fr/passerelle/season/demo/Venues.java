package fr.passerelle.season.demo;

import fr.passerelle.sandbox.Sandbox;
import fr.passerelle.sandbox.SandboxProvider;
import fr.passerelle.sandbox.SandboxVenue;
import fr.passerelle.season.agenda.Place;
import java.util.HashMap;
import java.util.Map;

/** The venues of the sandbox that stand for the places of an agenda: one each. */
final class Venues {

    private final Map<Place, SandboxVenue> venues = new HashMap<>();
    private final Sandbox sandbox;
    private final SandboxProvider vendor;

    Venues(Sandbox sandbox, SandboxProvider vendor) {
        this.sandbox = sandbox;
        this.vendor = vendor;
    }

    /** The number of the venue of a place, made when it is first asked for. */
    long idOf(Place place) {
        return venues.computeIfAbsent(place, this::open).id();
    }

    private SandboxVenue open(Place place) {
        SandboxVenue venue = sandbox.venue(place.name().isEmpty() ? null : place.name(), null);
        sandbox.link(venue, vendor);
        return venue;
    }
}
