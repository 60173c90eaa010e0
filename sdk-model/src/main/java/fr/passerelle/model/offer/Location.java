package fr.passerelle.model.offer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.rule.Violation;
import fr.passerelle.model.venue.Venue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an offer takes place (reference 5.2). The server may respond a location that was sent as {@link Address} as
 * {@link Physical}: it does so when the address or its label is the venue's own.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", visible = true, defaultImpl = Location.Unknown.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = Location.Physical.class, name = "physical"),
    @JsonSubTypes.Type(value = Location.Address.class, name = "address"),
    @JsonSubTypes.Type(value = Location.Digital.class, name = "digital")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Location {

    /** Longest URL of a digital offer that the server stores. */
    int MAX_URL = 255;

    /** Longest label of an address. */
    int MAX_LABEL = 200;

    /**
     * At the venue itself.
     *
     * @param venueId the venue
     */
    record Physical(long venueId) implements Location {}

    /**
     * At another address, on behalf of the venue.
     *
     * @param venueId the venue
     * @param addressId the address, as the programme numbers it
     * @param addressLabel what to call the place; 1 to 200 characters, or null
     */
    record Address(long venueId, long addressId, @Nullable String addressLabel) implements Location {}

    /**
     * On line.
     *
     * @param venueId the venue
     * @param url http or https, at most 255 characters; may hold the placeholders {@code {token}}, {@code {email}} and
     *     {@code {offerId}}
     */
    record Digital(
            long venueId, @JsonProperty(required = true) String url) implements Location {}

    /**
     * A kind of location that this version does not know: can be read, not sent.
     *
     * @param type the server's name for it; null if it gave none
     */
    record Unknown(@Nullable String type) implements Location {}

    /** At this venue. */
    static Location at(Venue venue) {
        return atVenue(venue.id());
    }

    /** At the venue with this id. */
    static Location atVenue(long venueId) {
        return new Physical(venueId);
    }

    /** At an address of the programme's own numbering, under a name of your choice. */
    static Location address(long venueId, long addressId, @Nullable String label) {
        return new Address(venueId, addressId, label);
    }

    /** At an address that the server responded, under a name of your choice. */
    static Location address(long venueId, fr.passerelle.model.venue.Address address, @Nullable String label) {
        return address(venueId, address.id(), label);
    }

    /** On line, at this URL. */
    static Location digital(long venueId, String url) {
        return new Digital(venueId, url);
    }

    /** What keeps this from being sent. */
    default List<Violation> violations() {
        RuleCheck check = new RuleCheck();
        if (this instanceof Physical physical) {
            check.id("venueId", physical.venueId());
        } else if (this instanceof Address address) {
            check.id("venueId", address.venueId()).id("addressId", address.addressId());
            check.text("addressLabel", address.addressLabel(), 1, MAX_LABEL);
        } else if (this instanceof Digital digital) {
            check.id("venueId", digital.venueId());
            check.required("url", digital.url()).publicUrl("url", digital.url(), MAX_URL);
        } else if (this instanceof Unknown) {
            check.report("type", RuleCode.UNKNOWN_VALUE);
        }
        return check.violations();
    }
}
