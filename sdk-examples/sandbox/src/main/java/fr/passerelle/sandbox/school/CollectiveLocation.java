package fr.passerelle.sandbox.school;

import fr.passerelle.sandbox.state.Address;
import fr.passerelle.sandbox.state.Venue;
import org.jspecify.annotations.Nullable;

/** Where a collective offer takes place (reference, section 8.2). */
public sealed interface CollectiveLocation {

    /** At the pupils' school. */
    record School() implements CollectiveLocation {}

    /** To be agreed upon. */
    record ToBeDefined(@Nullable String comment) implements CollectiveLocation {}

    /** At an address, under a label. */
    record At(Address address, @Nullable String label) implements CollectiveLocation {

        /** At the venue's own address, under the venue's name. */
        public static At venue(Venue venue) {
            return new At(venue.address, venue.displayName());
        }
    }
}
