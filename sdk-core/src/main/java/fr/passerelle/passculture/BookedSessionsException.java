package fr.passerelle.passculture;

import fr.passerelle.model.rule.PasserelleException;

/** A cinema's programme leaves out sessions that are booked. Nothing was sent. */
public final class BookedSessionsException extends PasserelleException {

    private static final long serialVersionUID = 1L;

    private final transient CinemaPlan plan;

    /** For your own tests too. */
    public BookedSessionsException(CinemaPlan plan) {
        super(
                "the programme would cancel " + plan.bookedPlaces() + " booked places of sessions that it leaves out;"
                        + " nothing was sent: send those sessions too, or allow it with BookedSessions.CANCEL",
                null);
        this.plan = plan;
    }

    /** What the programme would do. */
    public CinemaPlan plan() {
        return plan;
    }

    /** Nothing was sent. */
    @Override
    public boolean mayHaveBeenProcessed() {
        return false;
    }
}
