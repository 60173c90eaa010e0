package fr.passerelle.model.invitation.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose key the call was made with.
 *
 * @param role what the key is good for
 * @param id of the donor or the structure; null for the operator
 * @param name of the organisation
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KeyOwner(InvitationRole role, @Nullable UUID id, String name) {

    @JsonCreator
    static KeyOwner read(
            @JsonProperty(value = "role", required = true) InvitationRole role,
            @JsonProperty("id") @Nullable UUID id,
            @JsonProperty(value = "name", required = true) String name) {
        return new KeyOwner(role, id, name);
    }
}
