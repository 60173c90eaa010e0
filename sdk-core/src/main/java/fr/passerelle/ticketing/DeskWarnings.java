package fr.passerelle.ticketing;

import fr.passerelle.internal.base.Warnings;
import java.util.function.LongSupplier;

/**
 * What somebody on call must know of a desk and cannot see otherwise, at WARN ({@link Warnings}). Names the kind of
 * message, the date's id in the programme and the class of what was thrown; never its message, which may be about a
 * person.
 */
final class DeskWarnings {

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

    private final Warnings warnings;

    DeskWarnings(LongSupplier nanoTime) {
        warnings = new Warnings(TicketingDesk.class.getName(), nanoTime);
    }

    DeskWarnings(LongSupplier nanoTime, int mostCauses) {
        warnings = new Warnings(TicketingDesk.class.getName(), nanoTime, mostCauses);
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
        warnings.warn(cause, "Ticketing desk: " + line);
    }

    private static String nameOf(Throwable failure) {
        return failure.getClass().getName();
    }
}
