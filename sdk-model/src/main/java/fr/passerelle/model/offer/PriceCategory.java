package fr.passerelle.model.offer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import fr.passerelle.model.value.Price;
import org.jspecify.annotations.Nullable;

/**
 * One of the prices of an event, as the server sends it (reference 5.6).
 *
 * @param id the programme's number for it
 * @param label what beneficiaries read; empty if the server does not say
 * @param price of one place
 * @param idAtProvider the vendor's own name for it
 */
public record PriceCategory(
        long id, String label, Price price, @Nullable String idAtProvider) {

    @JsonCreator
    static PriceCategory read(
            @JsonProperty(value = "id", required = true) long id,
            @JsonProperty("label") @JsonSetter(nulls = Nulls.AS_EMPTY) String label,
            @JsonProperty(value = "price", required = true) Price price,
            @JsonProperty("idAtProvider") @Nullable String idAtProvider) {
        return new PriceCategory(id, label, price, idAtProvider);
    }
}
