package fr.passerelle.model.offer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The picture of an offer, as the server sends it.
 *
 * @param url where it is
 * @param credit who made it
 */
public record OfferImage(String url, @Nullable String credit) {

    @JsonCreator
    static OfferImage read(
            @JsonProperty(value = "url", required = true) String url, @JsonProperty("credit") @Nullable String credit) {
        return new OfferImage(url, credit);
    }
}
