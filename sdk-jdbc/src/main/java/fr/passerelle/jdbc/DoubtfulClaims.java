package fr.passerelle.jdbc;

import fr.passerelle.ticketing.BookingKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Under which tokens this process has claimed what it does not know to hold: the claim threw, and the database may have
 * kept it. Bounded: the oldest is forgotten, and then left to the ledger's orphans.
 */
final class DoubtfulClaims {

    private static final int MOST = 1_000;

    private final Map<BookingKey, String> holders = new LinkedHashMap<>();

    /** The token of the doubtful claim, given to one caller only; a new one if there is no such claim. */
    synchronized String takeOrNew(BookingKey booking) {
        String holder = holders.remove(booking);
        return holder != null ? holder : UUID.randomUUID().toString();
    }

    synchronized void put(BookingKey booking, String holder) {
        holders.put(booking, holder);
        if (holders.size() > MOST) {
            holders.remove(holders.keySet().iterator().next());
        }
    }
}
