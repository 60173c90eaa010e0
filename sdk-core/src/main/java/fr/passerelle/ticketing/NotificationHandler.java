package fr.passerelle.ticketing;

/** Takes note of a booking made or cancelled without asking the vendor. */
@FunctionalInterface
public interface NotificationHandler {

    /**
     * Called on a thread of the desk.
     *
     * @param notification what happened
     * @throws Exception anything; the programme does not repeat a notification
     */
    void take(NotificationMessage notification) throws Exception;
}
