package fr.passerelle.benchmarks.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.List;

/**
 * The pages of an event's bookings, as long a list as its id says: event 1 000 000 has a million. One page's bytes
 * serve for all, with the ids written over. Not for use by several threads.
 */
final class BookingPages {

    private static final byte[] ID = "\"id\":".getBytes(US_ASCII);
    private static final int DIGITS = 10;

    private final Prepared full = Prepared.json(Responses.bookings());
    private final Prepared none = Prepared.json("{\"bookings\":[]}");
    private final int[] idsAt = idsAt(full.bytes());

    Prepared page(long count, long firstIndex) {
        long first = Math.max(firstIndex, Responses.FIRST_ID);
        if (first - Responses.FIRST_ID >= count) {
            return none;
        }
        for (int i = 0; i < idsAt.length; i++) {
            write(first + i, idsAt[i]);
        }
        return full;
    }

    private void write(long id, int at) {
        long rest = id;
        for (int i = DIGITS - 1; i >= 0; i--) {
            full.bytes()[at + i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private static int[] idsAt(byte[] bytes) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i + ID.length < bytes.length; i++) {
            int matched = 0;
            while (matched < ID.length && bytes[i + matched] == ID[matched]) {
                matched++;
            }
            if (matched == ID.length) {
                found.add(i + ID.length);
            }
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }
}
