package fr.passerelle.sandbox.api;

import fr.passerelle.sandbox.http.Call;
import fr.passerelle.sandbox.schema.Form;
import fr.passerelle.sandbox.schema.Schema;
import fr.passerelle.sandbox.schema.Types;
import fr.passerelle.sandbox.state.Offer;
import fr.passerelle.sandbox.state.Provider;
import fr.passerelle.sandbox.state.Venue;
import fr.passerelle.sandbox.state.World;
import java.util.List;

/** The filters and pages of the event and product lists (operation 15). */
final class OfferLists {

    private static final Schema QUERY = Paging.QUERY
            .optional("venueId", Types.integer())
            .optional("idsAtProvider", Paging.IDS)
            .optional("addressId", Types.integer());

    private final World world;
    private final Access access;

    OfferLists(World world) {
        this.world = world;
        this.access = new Access(world);
    }

    /** One page of events, or of products. Without a venue, links need not be active. */
    List<Offer> page(Call call, boolean events) {
        Form query = QUERY.query(call, world.now());
        Provider provider = call.provider();
        Long venueId = query.number("venueId");
        Venue venue = venueId == null ? null : access.venue(provider, venueId);
        Long addressId = query.number("addressId");
        List<Offer> offers = world.offers.all().stream()
                .filter(offer -> offer.event == events)
                .filter(offer -> venue == null ? world.link(provider, offer.venue) != null : offer.venue == venue)
                .filter(offer -> addressId == null || (offer.url == null && offer.address.id() == addressId))
                .filter(offer -> Paging.wanted(query, "idsAtProvider", offer.idAtProvider))
                .toList();
        return Paging.page(offers, offer -> offer.id, query);
    }
}
