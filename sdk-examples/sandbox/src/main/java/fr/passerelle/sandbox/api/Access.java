package fr.passerelle.sandbox.api;

import fr.passerelle.sandbox.http.Refusal;
import fr.passerelle.sandbox.schema.Form;
import fr.passerelle.sandbox.state.Offer;
import fr.passerelle.sandbox.state.Provider;
import fr.passerelle.sandbox.state.ProviderLink;
import fr.passerelle.sandbox.state.Venue;
import fr.passerelle.sandbox.state.World;
import org.jspecify.annotations.Nullable;

/** Who reaches what: always through an active link between provider and venue (reference, section 2). */
final class Access {

    private final World world;

    Access(World world) {
        this.world = world;
    }

    /** A linked venue, or 404. */
    Venue venue(Provider provider, long id) {
        Venue venue = world.venues.find(id);
        if (venue == null || !world.reaches(provider, venue)) {
            throw Refusal.bare(404, "global", "Venue cannot be found");
        }
        return venue;
    }

    /** The venue that a location names, linked and not deleted. */
    Venue openVenue(Provider provider, Form location) {
        Venue venue = venue(provider, location.requiredNumber("venueId"));
        if (venue.softDeleted) {
            throw Refusal.listed(400, "location.venueId", "The venue has been deleted");
        }
        return venue;
    }

    /** An offer of a linked venue, or null. */
    @Nullable
    Offer offer(Provider provider, long id) {
        Offer offer = world.offers.find(id);
        return offer != null && world.reaches(provider, offer.venue) ? offer : null;
    }

    /** An event of a linked venue, or 404. */
    Offer event(Provider provider, long id) {
        Offer offer = offer(provider, id);
        if (offer == null || !offer.event) {
            throw Refusal.listed(404, "event_id", "The event could not be found");
        }
        return offer;
    }

    /** Whether the vendor's ticketing can be asked for tickets at a venue, by URLs at either level. */
    boolean ticketing(Provider provider, Venue venue) {
        ProviderLink link = world.link(provider, venue);
        return provider.urls.ticketing() || (link != null && link.urls.ticketing());
    }

    /** Whether another provider made the offer. */
    static boolean isImported(Offer offer, Provider provider) {
        return offer.lastProvider != null && offer.lastProvider != provider;
    }

    /** Refuses to touch the stocks or prices of an offer that another provider made. */
    static void refuseImported(Offer offer, Provider provider) {
        if (isImported(offer, provider)) {
            throw Refusal.listed(400, "global", "Imported offers cannot be edited");
        }
    }

    /** Refuses to touch an offer that the platform reviews, or rejected. */
    static void refuseUnderReview(Offer offer) {
        if (offer.validation == Offer.Validation.REJECTED || offer.validation == Offer.Validation.PENDING) {
            throw Refusal.listed(400, "global", "Offers under review, or rejected, cannot be edited");
        }
    }
}
