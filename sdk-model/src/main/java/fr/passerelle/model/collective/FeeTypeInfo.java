package fr.passerelle.model.collective;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A type of fee that the programme knows.
 *
 * @param type which
 */
public record FeeTypeInfo(
        @JsonProperty(value = "name", required = true) FeeType type) {}
