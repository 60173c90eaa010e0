package fr.passerelle.internal.base;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What somebody on call must know and cannot see otherwise, at WARN: once per cause and minute, however often it
 * happens. A line holds no key, no countermark and nothing of a person.
 */
public final class Warnings {

    private static final long QUIET = TimeUnit.MINUTES.toNanos(1);
    private static final int MOST_CAUSES = 100;

    private static final class Told {
        final long at;
        long untold;

        Told(long at) {
            this.at = at;
        }
    }

    private final Map<Object, Told> recent = new HashMap<>();
    private final Logger log;
    private final LongSupplier nanoTime;
    private final int mostCauses;
    private final String who;

    /** What a client tells; its attempts are told there at DEBUG. */
    public static final String CALLS = "fr.passerelle.calls";

    /**
     * Told to one logger.
     *
     * @param nanoTime a clock that never goes back
     */
    public Warnings(String logger, LongSupplier nanoTime) {
        this(logger, nanoTime, MOST_CAUSES);
    }

    /** As above, for no more causes in a minute than these. */
    public Warnings(String logger, LongSupplier nanoTime, int mostCauses) {
        this(logger, nanoTime, mostCauses, "");
    }

    private Warnings(String logger, LongSupplier nanoTime, int mostCauses, String who) {
        this.who = who;
        this.log = LoggerFactory.getLogger(logger);
        this.nanoTime = nanoTime;
        this.mostCauses = mostCauses;
    }

    /**
     * What one client tells.
     *
     * @param server its name
     * @param client its name, or empty
     */
    public static Warnings ofClient(String server, String client, LongSupplier nanoTime) {
        String who = " [" + server + (client.isEmpty() ? "" : ", client " + client) + "]";
        return new Warnings(CALLS, nanoTime, MOST_CAUSES, who);
    }

    /**
     * Tells it, unless it was told within the minute.
     *
     * @param cause equal for what is told once
     */
    public void warn(Object cause, String line) {
        warn(cause, line, null);
    }

    /**
     * As above, with the stack trace of what was thrown: classes and frames, no {@linkplain WithoutMessageException
     * messages}.
     *
     * @param failure what was thrown; null for no stack trace
     */
    public void warn(Object cause, String line, @Nullable Throwable failure) {
        long untold = untoldIfDue(cause);
        if (untold < 0) {
            return;
        }
        String told = line + who + (untold == 0 ? "" : " (" + untold + " times more since this was last told)");
        if (failure == null) {
            log.warn("{}", told);
        } else {
            log.warn("{}", told, WithoutMessageException.of(failure));
        }
    }

    /** How often it was not told since the last time; negative if it is too early to tell it again. */
    private synchronized long untoldIfDue(Object cause) {
        long now = nanoTime.getAsLong();
        Told before = recent.get(cause);
        if (before != null && now - before.at < QUIET) {
            before.untold++;
            return -1;
        }
        if (before == null && recent.size() >= mostCauses) {
            recent.values().removeIf(told -> now - told.at >= QUIET);
            if (recent.size() >= mostCauses) { // a minute warns of so many causes at most
                return -1;
            }
        }
        recent.put(cause, new Told(now));
        return before == null ? 0 : before.untold;
    }
}
