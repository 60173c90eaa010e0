package fr.passerelle.model.collective;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.rule.Violation;
import fr.passerelle.model.venue.Address;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a collective offer takes place (reference 8.2). */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"type", "isVenueAddress"})
public sealed interface CollectiveLocation {

    /** Longest comment that the server stores; a longer one makes it fail with a 500. */
    int MAX_COMMENT = 200;

    /** The wire's word for this form; null if the server gave none. */
    @JsonProperty("type")
    @Nullable
    String type();

    /** At the school itself. */
    record School() implements CollectiveLocation {

        @Override
        public String type() {
            return "SCHOOL";
        }
    }

    /** At the address of the venue. */
    record VenueAddress() implements CollectiveLocation {

        @Override
        public String type() {
            return "ADDRESS";
        }

        @JsonProperty("isVenueAddress")
        boolean ofVenue() {
            return true;
        }
    }

    /**
     * At another address.
     *
     * @param addressId the address, as the programme numbers it
     * @param addressLabel what to call the place; null if nothing
     */
    record OtherAddress(long addressId, @Nullable String addressLabel) implements CollectiveLocation {

        @Override
        public String type() {
            return "ADDRESS";
        }

        @JsonProperty("isVenueAddress")
        boolean ofVenue() {
            return false;
        }
    }

    /**
     * To be agreed with the school.
     *
     * @param comment what to know until then; at most 200 characters, or null
     */
    record ToBeDefined(@Nullable String comment) implements CollectiveLocation {

        @Override
        public String type() {
            return "TO_BE_DEFINED";
        }
    }

    /**
     * A form that this version does not know: can be read, not sent.
     *
     * @param type the server's word for it; null if it gave none
     */
    record Unknown(@Nullable String type) implements CollectiveLocation {}

    /** At the school itself. */
    static CollectiveLocation school() {
        return new School();
    }

    /** At the address of the venue. */
    static CollectiveLocation venue() {
        return new VenueAddress();
    }

    /** At an address that the server responded, under a name of your choice. */
    static CollectiveLocation address(Address address, @Nullable String label) {
        return new OtherAddress(address.id(), label);
    }

    /** To be agreed with the school. */
    static CollectiveLocation toBeDefined(@Nullable String comment) {
        return new ToBeDefined(comment);
    }

    /** What keeps this from being sent. */
    default List<Violation> violations() {
        RuleCheck check = new RuleCheck();
        if (this instanceof OtherAddress other) {
            check.id("addressId", other.addressId()).storable("addressLabel", other.addressLabel());
        } else if (this instanceof ToBeDefined later) {
            check.text("comment", later.comment(), 0, MAX_COMMENT);
        } else if (this instanceof Unknown) {
            check.report("type", RuleCode.UNKNOWN_VALUE);
        }
        return check.violations();
    }

    /** Reads a response. */
    @JsonCreator
    static CollectiveLocation read(
            @JsonProperty("type") @Nullable String type,
            @JsonProperty("isVenueAddress") @Nullable Boolean ofVenue,
            @JsonProperty("addressId") @Nullable Long addressId,
            @JsonProperty("addressLabel") @Nullable String addressLabel,
            @JsonProperty("comment") @Nullable String comment) {
        if ("SCHOOL".equals(type)) {
            return new School();
        }
        if ("TO_BE_DEFINED".equals(type)) {
            return new ToBeDefined(comment);
        }
        if ("ADDRESS".equals(type) && Boolean.TRUE.equals(ofVenue)) {
            return new VenueAddress();
        }
        return "ADDRESS".equals(type) && addressId != null
                ? new OtherAddress(addressId, addressLabel)
                : new Unknown(type);
    }
}
