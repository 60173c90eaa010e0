package fr.passerelle.model.venue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * An address as the server sends it, perhaps spelt otherwise than it was sent (reference operation 7). Use its number
 * in the location of an offer.
 *
 * @param id the programme's number for it
 * @param street number and street
 * @param city the municipality
 * @param postalCode five digits
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
            @JsonProperty(value = "street", required = true) String street,
            @JsonProperty(value = "city", required = true) String city,
            @JsonProperty(value = "postalCode", required = true) String postalCode,
            @JsonProperty(value = "latitude", required = true) double latitude,
            @JsonProperty(value = "longitude", required = true) double longitude,
            @JsonProperty("banId") @Nullable String banId) {
        if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) { // nor if one of them is no number
            throw new IllegalArgumentException("coordinates are degrees on a globe");
        }
        return new Address(id, street, city, postalCode, latitude, longitude, banId);
    }
}
