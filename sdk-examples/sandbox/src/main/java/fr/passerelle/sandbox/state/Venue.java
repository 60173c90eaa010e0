package fr.passerelle.sandbox.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A place, or a virtual venue, of an offerer. */
public final class Venue {

    public final long id;
    public final Offerer offerer;
    public final Address address;
    public final Instant created;
    public final String legalName;
    public final @Nullable String publicName;
    public @Nullable String siret;
    public @Nullable String siretComment;
    public String activityDomain = "OTHER";
    public boolean digital;
    public boolean softDeleted;
    public boolean eligibleForCollective = true;

    /** Told by the control plane; since 2026 no rule looks at it. */
    public long pricingPointVenueId;

    public Accessibility accessibility = Accessibility.NONE;

    public Venue(
            long id, Offerer offerer, Address address, Instant created, String legalName, @Nullable String publicName) {
        this.id = id;
        this.offerer = offerer;
        this.address = address;
        this.created = created;
        this.legalName = legalName;
        this.publicName = publicName;
        this.pricingPointVenueId = id;
    }

    /** The name a reader sees. */
    public String displayName() {
        return publicName == null ? legalName : publicName;
    }
}
