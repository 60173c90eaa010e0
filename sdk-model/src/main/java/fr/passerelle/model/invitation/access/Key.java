package fr.passerelle.model.invitation.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key as the server sends it: never with its secret, which it does not have.
 *
 * @param id minted by the operator
 * @param role what it is good for
 * @param ownerId of which donor or structure; null for the operator's
 * @param label what tells it from the owner's other keys
 * @param createdAt since when it is good
 * @param revokedAt since when it is not any more; null while it is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Key(
        UUID id,
        InvitationRole role,
        @Nullable UUID ownerId,
        String label,
        Instant createdAt,
        @Nullable Instant revokedAt) {

    @JsonCreator
    static Key read(
            @JsonProperty(value = "id", required = true) UUID id,
            @JsonProperty(value = "role", required = true) InvitationRole role,
            @JsonProperty("ownerId") @Nullable UUID ownerId,
            @JsonProperty(value = "label", required = true) String label,
            @JsonProperty(value = "createdAt", required = true) Instant createdAt,
            @JsonProperty("revokedAt") @Nullable Instant revokedAt) {
        return new Key(id, role, ownerId, label, createdAt, revokedAt);
    }
}
