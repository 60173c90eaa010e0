package fr.passerelle.model.offer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A category of events as the server describes it (reference operation 9). {@code conditionalFields} also holds keys
 * that no request can carry ({@code musicSubType}, {@code gtl_id}, {@code showSubType}): {@link Category} knows better.
 *
 * @param id the category
 * @param label its French name
 * @param conditionalFields field to whether the server calls it required
 */
public record EventCategoryInfo(CategoryId id, String label, Map<String, Boolean> conditionalFields) {

    @JsonCreator
    static EventCategoryInfo read(
            @JsonProperty(value = "id", required = true) CategoryId id,
            @JsonProperty("label") @Nullable String label,
            @JsonProperty("conditionalFields") @JsonSetter(contentNulls = Nulls.SKIP) @Nullable
                    Map<String, @Nullable Object> conditionalFields) {
        return new EventCategoryInfo(
                id, label == null ? id.value() : label, ConditionalFields.known(conditionalFields));
    }
}
