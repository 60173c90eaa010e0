package fr.passerelle.model.collective;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;

/**
 * A level of pupils as the server lists it (reference operation 45).
 *
 * @param level what offers carry
 * @param name what people read; empty if the server does not say
 */
public record StudentLevelInfo(@JsonProperty("id") StudentLevel level, String name) {

    @JsonCreator
    static StudentLevelInfo read(
            @JsonProperty(value = "id", required = true) StudentLevel level,
            @JsonProperty("name") @JsonSetter(nulls = Nulls.AS_EMPTY) String name) {
        return new StudentLevelInfo(level, name);
    }
}
