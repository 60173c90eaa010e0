package fr.passerelle.model.collective;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A level of pupils as the server lists it (reference operation 45).
 *
 * @param level what offers carry
 * @param name what people read
 */
public record StudentLevelInfo(@JsonProperty("id") StudentLevel level, String name) {

    @JsonCreator
    static StudentLevelInfo read(
            @JsonProperty(value = "id", required = true) StudentLevel level,
            @JsonProperty(value = "name", required = true) String name) {
        return new StudentLevelInfo(level, name);
    }
}
