package fr.passerelle.model.offer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A category of products as the server describes it (reference operation 10). It lists {@code CAPTATION_MUSIQUE}, which
 * no offer can be made of: {@link CategoryId#creatable()} knows better.
 *
 * @param id the category
 * @param conditionalFields field to whether it is required
 * @param locationType where offers of it are; null if the server did not say
 */
public record ProductCategoryInfo(
        CategoryId id,
        Map<String, Boolean> conditionalFields,
        @Nullable OfferLocationType locationType) {

    @JsonCreator
    static ProductCategoryInfo read(
            @JsonProperty(value = "id", required = true) CategoryId id,
            @JsonProperty("conditionalFields") @JsonSetter(contentNulls = Nulls.SKIP) @Nullable
                    Map<String, @Nullable Object> conditionalFields,
            @JsonProperty("locationType") @Nullable OfferLocationType locationType) {
        return new ProductCategoryInfo(id, ConditionalFields.known(conditionalFields), locationType);
    }
}
