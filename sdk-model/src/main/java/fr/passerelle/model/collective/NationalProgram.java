package fr.passerelle.model.collective;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A national programme that an offer can be part of (reference operation 47).
 *
 * @param id the programme's number for it
 * @param name what people read
 */
public record NationalProgram(long id, String name) {

    @JsonCreator
    static NationalProgram read(
            @JsonProperty(value = "id", required = true) long id,
            @JsonProperty(value = "name", required = true) String name) {
        return new NationalProgram(id, name);
    }
}
