package fr.passerelle.passculture;

/** What to do about booked sessions that a cinema's programme leaves out, and so deletes. */
public enum BookedSessions {
    /** Send nothing and say which they are: {@link BookedSessionsException}. Costs a read of the venue's sessions. */
    KEEP,
    /** Delete them. Their bookings are cancelled, and the beneficiaries told. */
    CANCEL
}
