package fr.passerelle.model.offer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import fr.passerelle.model.value.OpenEnum;
import org.jspecify.annotations.Nullable;

/**
 * A word of the programme with its French name (reference operations 11 to 13).
 *
 * @param id the word
 * @param label its French name
 * @param <T> which list the word belongs to
 */
public record LabelledValue<T extends OpenEnum>(T id, String label) {

    @JsonCreator
    static <T extends OpenEnum> LabelledValue<T> read(
            @JsonProperty(value = "id", required = true) T id, @JsonProperty("label") @Nullable String label) {
        return new LabelledValue<>(id, label == null ? id.value() : label);
    }
}
