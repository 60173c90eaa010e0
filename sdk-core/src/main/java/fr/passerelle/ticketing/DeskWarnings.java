package fr.passerelle.ticketing;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What somebody on call must know of a desk and cannot see otherwise, at WARN: once per cause and minute, however many
 * messages come. Names the kind of message, the date's id in the programme and the class of what was thrown; never its
 * message, which may be about a person.
 */
final class DeskWarnings {

    private static final Logger LOG = LoggerFactory.getLogger(TicketingDesk.class);
    private static final long QUIET = TimeUnit.MINUTES.toNanos(1);
    private static final int MOST_CAUSES = 100;

    private enum Event {
        HANDLING_THREW,
        EXECUTOR_THREW,
        READING_THREW,
        TOO_SLOW,
        TAKEN_BACK,
        NOT_TAKEN_BACK
    }

    /** What is told once: an event, of a kind of message, for a class of failure. */
    private record Cause(Event event, String kind, String failure) {}

    private static final class Told {
        final long at;
        long untold;

        Told(long at) {
            this.at = at;
        }
    }

    private final Map<Cause, Told> recent = new HashMap<>();
    private final LongSupplier nanoTime;
    private final int mostCauses;

    DeskWarnings(LongSupplier nanoTime) {
        this(nanoTime, MOST_CAUSES);
    }

    DeskWarnings(LongSupplier nanoTime, int mostCauses) {
        this.nanoTime = nanoTime;
        this.mostCauses = mostCauses;
    }

    void handlingThrew(Message message, Throwable failure) {
        String name = nameOf(failure);
        warn(
                new Cause(Event.HANDLING_THREW, message.kind(), name),
                "The handler of a " + message.label() + ", or the ledger, threw " + name);
    }

    void executorThrew(Message message, Throwable failure) {
        String name = nameOf(failure);
        warn(
                new Cause(Event.EXECUTOR_THREW, message.kind(), name),
                "No thread ran the handler of a " + message.label() + ": the executor threw " + name);
    }

    void readingThrew(Throwable failure) {
        String name = nameOf(failure);
        warn(new Cause(Event.READING_THREW, "", name), "Reading a message threw " + name);
    }

    void tooSlow(Message message) {
        warn(
                new Cause(Event.TOO_SLOW, message.kind(), ""),
                "The response to a " + message.label() + " was not there before the deadline");
    }

    void takenBack(Message message) {
        warn(
                new Cause(Event.TAKEN_BACK, message.kind(), ""),
                "The tickets of a " + message.label() + " were taken back, as the programme was not given them");
    }

    void notTakenBack(Message message, Throwable failure) {
        String name = nameOf(failure);
        warn(
                new Cause(Event.NOT_TAKEN_BACK, message.kind(), name),
                "The tickets of a " + message.label() + " are still out for nobody: taking them back threw " + name);
    }

    private void warn(Cause cause, String line) {
        long untold = untoldIfDue(cause);
        if (untold == 0) {
            LOG.warn("Ticketing desk: {}", line);
        } else if (untold > 0) {
            LOG.warn("Ticketing desk: {} ({} times more since this was last told)", line, untold);
        }
    }

    /** How often it was not told since the last time; negative if it is too early to tell it again. */
    private synchronized long untoldIfDue(Cause cause) {
        long now = nanoTime.getAsLong();
        Told before = recent.get(cause);
        if (before != null && now - before.at < QUIET) {
            before.untold++;
            return -1;
        }
        if (before == null && recent.size() >= mostCauses) {
            recent.values().removeIf(told -> now - told.at >= QUIET);
            if (recent.size() >= mostCauses) { // so many kinds of trouble in a minute have been told of already
                return -1;
            }
        }
        recent.put(cause, new Told(now));
        return before == null ? 0 : before.untold;
    }

    private static String nameOf(Throwable failure) {
        return failure.getClass().getName();
    }
}
