package fr.passerelle.model.offer;

import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleViolationException;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What lists of events and of products filter by. */
interface OfferFilter {

    /** Only those of this venue. */
    @Nullable
    Long venueId();

    /** Only those that the vendor calls so; an id that holds a comma cannot be looked up. */
    List<String> idsAtProvider();

    /** Only those at this address. */
    @Nullable
    Long addressId();

    /**
     * Looks at everything above; {@code build()} has done so.
     *
     * @throws RuleViolationException if an id of the vendor's holds a comma
     */
    @Value.Check
    default void check() {
        new RuleCheck().listable("idsAtProvider", idsAtProvider()).raise();
    }
}
