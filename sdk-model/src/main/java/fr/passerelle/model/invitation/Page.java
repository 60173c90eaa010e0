package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param items in order
 * @param next where the next part begins; null after the last one
 * @param <T> the items
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(List<T> items, @Nullable String next) {

    /** Keeps the order. */
    public Page {
        items = List.copyOf(items);
    }

    @JsonCreator
    static <T> Page<T> read(
            @JsonProperty(value = "items", required = true) List<T> items,
            @JsonProperty("next") @Nullable String next) {
        return new Page<>(items, next);
    }
}
