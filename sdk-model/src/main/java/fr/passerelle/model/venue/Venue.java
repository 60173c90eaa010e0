package fr.passerelle.model.venue;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.value.ResponseStyle;
import fr.passerelle.model.value.Siret;
import java.time.Instant;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A venue as the server sends it (reference operation 6). */
@Value.Immutable
@ResponseStyle
@JsonSerialize(as = ImmutableVenue.class)
@JsonDeserialize(builder = Venue.Builder.class)
public interface Venue {

    /** The programme's number for the venue. */
    long id();

    /** The name in the company register; empty if the server does not say. */
    @JsonSetter(nulls = Nulls.SKIP)
    @Value.Default
    default String legalName() {
        return "";
    }

    /** The name that the public sees; null if it has none. */
    @Nullable
    String publicName();

    /** Null for a venue without a number of its own; {@link #siretComment()} then says why. */
    @Nullable
    Siret siret();

    /** Why there is no SIRET. */
    @Nullable
    String siretComment();

    /** When the programme learnt of the venue. */
    Instant createdDatetime();

    /** What the venue does. */
    ActivityDomain activityDomain();

    /** For whom it is accessible; unknown answers are null. */
    @JsonSetter(nulls = Nulls.SKIP)
    @Value.Default
    default Accessibility accessibility() {
        return Accessibility.unknown();
    }

    /** Where it is; {@link VenueLocation.Unknown} if the server does not say. */
    @JsonSetter(nulls = Nulls.SKIP)
    @Value.Default
    default VenueLocation location() {
        return new VenueLocation.Unknown(null);
    }

    /** Where notifications about it go; null if nowhere, or to the vendor's own URL. */
    @Nullable
    String notificationUrl();

    /** Where booking messages go. The three URLs may be those of another vendor of the same venue. */
    @Nullable
    String bookingUrl();

    /** Where cancellation messages go. */
    @Nullable
    String cancelUrl();

    /** The public name, or the legal name where there is none; empty if the server says neither. */
    default String displayName() {
        String name = publicName();
        return name == null ? legalName() : name;
    }

    /** Starts a venue, for tests of your own. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a venue. */
    final class Builder extends ImmutableVenue.Builder {
        Builder() {}
    }
}
