package fr.passerelle.http;

import fr.passerelle.passculture.Bookings;

/** Who waits for a call, and so who gets the next permit under the key's quota. */
public enum Priority {
    /**
     * A person at a door, a desk or a screen: before all bulk work of this process. So are, unless told otherwise, the
     * calls about one countermark ({@link Bookings#byCountermark}, {@link Bookings#admit}, {@link Bookings#use},
     * {@link Bookings#keep}, {@link Bookings#cancel}).
     */
    INTERACTIVE,
    /** Nobody in particular: all other calls. Those under way and futures that have not started alternate. */
    BULK
}
