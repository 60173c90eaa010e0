package fr.passerelle.model.collective;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;

/**
 * A national programme that an offer can be part of (reference operation 47).
 *
 * @param id the programme's number for it
 * @param name what people read; empty if the server does not say
 */
public record NationalProgram(long id, String name) {

    @JsonCreator
    static NationalProgram read(
            @JsonProperty(value = "id", required = true) long id,
            @JsonProperty("name") @JsonSetter(nulls = Nulls.AS_EMPTY) String name) {
        return new NationalProgram(id, name);
    }
}
