package fr.passerelle.model.invitation;

/** What happens to a voucher (invitations 3). */
public enum VoucherAction {
    /** Somebody comes in with it. */
    USE,
    /** Its place is given back, or the session does not take place. */
    VOID
}
