package fr.passerelle.model.venue;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** Where a venue is, as the server sends it. */
@JsonTypeInfo(
        use = JsonTypeInfo.Id.NAME,
        property = "type",
        include = JsonTypeInfo.As.EXISTING_PROPERTY,
        visible = true,
        defaultImpl = VenueLocation.Unknown.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = VenueLocation.Physical.class, name = "physical"),
    @JsonSubTypes.Type(value = VenueLocation.Digital.class, name = "digital")
})
public sealed interface VenueLocation {

    /** A place with an address. */
    @JsonIgnoreProperties(value = "type", allowGetters = true)
    record Physical(
            @Nullable String address,
            @Nullable String city,
            @Nullable String postalCode) implements VenueLocation {}

    /** A venue that exists on line only. */
    @JsonIgnoreProperties(value = "type", allowGetters = true)
    record Digital() implements VenueLocation {}

    /**
     * A kind of place that this version does not know.
     *
     * @param type the server's name for it; null if it gave none
     */
    record Unknown(@Nullable String type) implements VenueLocation {}
}
