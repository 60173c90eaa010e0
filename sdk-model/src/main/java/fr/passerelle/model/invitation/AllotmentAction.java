package fr.passerelle.model.invitation;

/** What happens to an allotment (invitations 3). */
public enum AllotmentAction {
    /** Its {@code releaseAt} has come. */
    CLOSE,
    /** The donor takes back what is not promised. */
    WITHDRAW,
    /** The session is over. */
    END,
    /** The session does not take place. */
    CANCEL
}
