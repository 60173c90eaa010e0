package fr.passerelle.model.invitation;

/** What happens to an allocation (invitations 3). */
public enum AllocationAction {
    /** The structure wants the places. */
    CONFIRM,
    /** The structure does not want the places. */
    DECLINE,
    /** Its {@code confirmBefore} has come. */
    EXPIRE,
    /** Its last place is booked or given back. */
    SPEND,
    /** The session does not take place. */
    CANCEL
}
