package fr.passerelle.model.collective;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A format as the server lists it (reference operation 44).
 *
 * @param id its id, which no offer carries
 * @param format the words that offers carry
 */
public record CollectiveFormatInfo(
        String id, @JsonProperty("name") CollectiveFormat format) {

    @JsonCreator
    static CollectiveFormatInfo read(
            @JsonProperty(value = "id", required = true) String id,
            @JsonProperty(value = "name", required = true) CollectiveFormat format) {
        return new CollectiveFormatInfo(id, format);
    }
}
