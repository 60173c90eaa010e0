package fr.passerelle.sandbox.traffic;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the sandbox received and sent, without personal data and without countermarks. The newest {@value #CAPACITY}
 * entries are kept.
 */
public final class Journal {

    /** How many entries are kept. */
    public static final int CAPACITY = 100_000;

    /** The segment after {@code token}, and any other segment that could be a countermark in upper case. */
    private static final Pattern COUNTERMARK =
            Pattern.compile("(?<=/token/)[^/]+|(?<=/)(?=[^/]*[A-Z])[A-HJ-NP-Z2-7]{6}(?=/|$)");

    /** Which way a message went. */
    public enum Direction {
        /** A call the sandbox received. */
        IN,
        /** A message the sandbox sent to a vendor. */
        OUT
    }

    /**
     * One exchange.
     *
     * @param n its number, from 1, growing
     * @param at the sandbox's clock when the response began
     * @param direction which way
     * @param method the HTTP method
     * @param path without the query, and with {@code {token}} in place of a countermark
     * @param status the HTTP status, null when there was no response
     * @param key the provider's API key, null when the call had no known key
     * @param operation the operation called, null when there is none
     * @param fault the kind of the fault that struck, null when none did
     * @param requestBytes size of the request's body
     * @param responseBytes announced size of the response's body
     */
    public record Entry(
            long n,
            Instant at,
            Direction direction,
            String method,
            String path,
            @Nullable Integer status,
            @Nullable String key,
            @Nullable String operation,
            @Nullable String fault,
            long requestBytes,
            long responseBytes) {

        /** Without the key. */
        @Override
        public String toString() {
            return n + " " + direction + " " + method + " " + path + " " + status;
        }
    }

    private final Deque<Entry> entries = new ArrayDeque<>();
    private final Clock clock;
    private long last;

    /** An empty journal that dates its entries by this clock. */
    public Journal(Clock clock) {
        this.clock = clock;
    }

    /**
     * The entries, oldest first.
     *
     * @param after only those with a greater number
     * @param limit at most this many
     */
    public synchronized List<Entry> entries(long after, int limit) {
        return entries.stream().filter(entry -> entry.n() > after).limit(limit).toList();
    }

    /** All entries, oldest first. */
    public List<Entry> entries() {
        return entries(0, CAPACITY);
    }

    /** Forgets all entries; numbers go on growing. */
    public synchronized void clear() {
        entries.clear();
    }

    synchronized void received(
            String method,
            String path,
            @Nullable Integer status,
            @Nullable String key,
            @Nullable String operation,
            @Nullable String fault,
            long requestBytes,
            long responseBytes) {
        add(new Entry(
                ++last,
                clock.instant(),
                Direction.IN,
                method,
                withoutCountermark(path),
                status,
                key,
                operation,
                fault,
                requestBytes,
                responseBytes));
    }

    /** Records a message sent to a vendor. */
    public synchronized void sent(String path, @Nullable Integer status, long requestBytes, long responseBytes) {
        add(new Entry(
                ++last,
                clock.instant(),
                Direction.OUT,
                "POST",
                withoutCountermark(path),
                status,
                null,
                null,
                null,
                requestBytes,
                responseBytes));
    }

    private void add(Entry entry) {
        if (entries.size() == CAPACITY) {
            entries.removeFirst();
        }
        entries.addLast(entry);
    }

    static String withoutCountermark(String path) {
        return COUNTERMARK.matcher(path).replaceAll("{token}");
    }
}
