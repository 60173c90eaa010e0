package fr.passerelle.model.invitation.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;

/**
 * Whose key the call was made with.
 *
 * @param role what the key is good for
 * @param id of the donor, the structure or the operator
 * @param name of the organisation
 */
public record KeyOwner(InvitationRole role, UUID id, String name) {

    @JsonCreator
    static KeyOwner read(
            @JsonProperty(value = "role", required = true) InvitationRole role,
            @JsonProperty(value = "id", required = true) UUID id,
            @JsonProperty(value = "name", required = true) String name) {
        return new KeyOwner(role, id, name);
    }
}
