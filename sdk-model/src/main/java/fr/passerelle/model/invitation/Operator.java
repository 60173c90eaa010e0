package fr.passerelle.model.invitation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;

/**
 * Who runs the programme: registers donors and structures, opens calls, reads figures (invitations 2).
 *
 * @param id the programme's number for it
 * @param name of the association
 */
public record Operator(UUID id, String name) {

    @JsonCreator
    static Operator read(
            @JsonProperty(value = "id", required = true) UUID id,
            @JsonProperty(value = "name", required = true) String name) {
        return new Operator(id, name);
    }
}
