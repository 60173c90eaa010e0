package fr.passerelle.model.collective;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import fr.passerelle.model.value.Price;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a school pays on top of the price of an activity.
 *
 * @param type for what
 * @param label for what exactly; with {@link FeeType#OTHER} and only with it
 * @param amount 0 or more; for the whole class
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AdditionalFee(
        @JsonProperty(required = true) FeeType type,
        @Nullable String label,

        @JsonProperty(required = true)
        @JsonSerialize(using = Euros.Writer.class)
        @JsonDeserialize(using = Euros.Reader.class)
        Price amount) {

    public AdditionalFee {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(amount, "amount");
    }

    /** A fee of a type that says enough. */
    public static AdditionalFee of(FeeType type, Price amount) {
        return new AdditionalFee(type, null, amount);
    }

    /** Any other fee, under a label. */
    public static AdditionalFee other(String label, Price amount) {
        return new AdditionalFee(FeeType.OTHER, label, amount);
    }
}
