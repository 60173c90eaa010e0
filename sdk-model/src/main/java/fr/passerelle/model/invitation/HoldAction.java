package fr.passerelle.model.invitation;

/** What happens to a hold (invitations 3). */
public enum HoldAction {
    /** It becomes a booking. */
    CONVERT,
    /** Its {@code expiresAt} has come. */
    EXPIRE,
    /** The structure does not need it, or the session does not take place. */
    RELEASE
}
