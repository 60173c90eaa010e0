package fr.passerelle.model.entitlement;

/** What somebody has to do, in the order that the server asks for (rule book 2.1). */
public enum Step {
    /** Validate the e-mail address. */
    EMAIL,
    /** Validate the phone number. */
    PHONE,
    /** Fill in name, address and activity; again at 18. */
    PROFILE,
    /** Prove the identity: school login or video at 17, video at 18; a file for foreign papers. */
    IDENTITY_CHECK,
    /** Sign the statement on honour; again at 18. */
    HONOUR_STATEMENT,
    /** Ask for the bonus. */
    BONUS_REQUEST
}
