package fr.passerelle.model.invitation;

/** What happens to a booking of donated places (invitations 3). */
public enum InvitationBookingAction {
    /** The donor says yes. */
    ACCEPT,
    /** The donor says no. */
    REFUSE,
    /** The structure gives every place back, or takes its request back. */
    RELEASE,
    /** The session does not take place. */
    CANCEL,
    /** Everybody came. */
    ATTEND,
    /** Some came. */
    ATTEND_IN_PART,
    /** Nobody came. */
    MISS
}
