package fr.passerelle.model.venue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import org.jspecify.annotations.Nullable;

/**
 * An address as the server sends it, perhaps spelt otherwise than it was sent (reference operation 7). Use its number
 * in the location of an offer.
 *
 * @param id the programme's number for it
 * @param street number and street; empty if the server does not say
 * @param city the municipality; empty if the server does not say
 * @param postalCode five digits; empty if the server does not say
 * @param latitude degrees north, with 5 decimals
 * @param longitude degrees east, with 5 decimals
 * @param banId its key in the national address base; null if that does not know it
 */
public record Address(
        long id,
        String street,
        String city,
        String postalCode,
        double latitude,
        double longitude,
        @Nullable String banId) {

    @JsonCreator
    static Address read(
            @JsonProperty(value = "id", required = true) long id,
            @JsonProperty("street") @JsonSetter(nulls = Nulls.AS_EMPTY) String street,
            @JsonProperty("city") @JsonSetter(nulls = Nulls.AS_EMPTY) String city,
            @JsonProperty("postalCode") @JsonSetter(nulls = Nulls.AS_EMPTY) String postalCode,
            @JsonProperty(value = "latitude", required = true) double latitude,
            @JsonProperty(value = "longitude", required = true) double longitude,
            @JsonProperty("banId") @Nullable String banId) {
        if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) { // nor if one of them is no number
            throw new IllegalArgumentException("coordinates are degrees on a globe");
        }
        return new Address(id, street, city, postalCode, latitude, longitude, banId);
    }
}
