package fr.passerelle.model.invitation.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One call that was made, for the operator. Nothing about a person, no body, no code.
 *
 * @param at when
 * @param role by which role; null if the key was none of the programme
 * @param ownerId by which donor or structure; null for the operator
 * @param keyId by which key; null if the key was none of the programme
 * @param operation which operation
 * @param id of what it was about; null if it was about a list
 * @param outcome {@code ok}, or the code of the problem
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditEntry(
        Instant at,
        @Nullable InvitationRole role,
        @Nullable UUID ownerId,
        @Nullable UUID keyId,
        String operation,
        @Nullable String id,
        String outcome) {

    @JsonCreator
    static AuditEntry read(
            @JsonProperty(value = "at", required = true) Instant at,
            @JsonProperty("role") @Nullable InvitationRole role,
            @JsonProperty("ownerId") @Nullable UUID ownerId,
            @JsonProperty("keyId") @Nullable UUID keyId,
            @JsonProperty(value = "operation", required = true) String operation,
            @JsonProperty("id") @Nullable String id,
            @JsonProperty(value = "outcome", required = true) String outcome) {
        return new AuditEntry(at, role, ownerId, keyId, operation, id, outcome);
    }
}
