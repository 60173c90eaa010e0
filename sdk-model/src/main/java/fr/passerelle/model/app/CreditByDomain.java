package fr.passerelle.model.app;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.passerelle.model.value.Price;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a credit, by part of it; null where there is no ceiling (rule book 1.3, 3.2).
 *
 * @param all the whole credit
 * @param digital what may go to things read, heard, seen or played on line
 * @param physical what may go to goods
 */
public record CreditByDomain(
        @JsonProperty(required = true) Part all,
        @Nullable Part digital,
        @Nullable Part physical) {

    /**
     * One part.
     *
     * @param initial what was granted, or the ceiling
     * @param remaining what can still be spent
     */
    public record Part(
            @JsonProperty(required = true) Price initial,
            @JsonProperty(required = true) Price remaining) {}
}
