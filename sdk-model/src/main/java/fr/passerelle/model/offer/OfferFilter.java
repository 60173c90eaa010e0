package fr.passerelle.model.offer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What lists of events and of products filter by. */
interface OfferFilter {

    /** Only those of this venue. */
    @Nullable
    Long venueId();

    /** Only those that the vendor calls so. */
    List<String> idsAtProvider();

    /** Only those at this address. */
    @Nullable
    Long addressId();
}
