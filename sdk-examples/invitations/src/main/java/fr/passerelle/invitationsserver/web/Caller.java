package fr.passerelle.invitationsserver.web;

import fr.passerelle.model.invitation.access.InvitationRole;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose key a call was made with.
 *
 * @param keyId which key
 * @param role what it is good for
 * @param ownerId of which donor or structure; null for the operator
 */
public record Caller(
        UUID keyId, InvitationRole role, @Nullable UUID ownerId) {

    /** The donor or structure. A route that asks for it is not open to the operator. */
    public UUID owner() {
        if (ownerId == null) {
            throw ProblemException.forbidden();
        }
        return ownerId;
    }

    /** Whether it has this role. */
    public boolean is(InvitationRole asked) {
        return role.equals(asked);
    }
}
