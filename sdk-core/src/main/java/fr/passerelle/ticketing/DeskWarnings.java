package fr.passerelle.ticketing;

import fr.passerelle.internal.base.Warnings;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * What somebody on call must know of a desk and cannot see otherwise, at WARN ({@link Warnings}). Names the desk, the
 * kind of message, the ids of the date and the offer in the programme, and what was thrown by its class and its frames;
 * never its message, which may be about a person.
 */
final class DeskWarnings {

    private enum Event {
        HANDLER_THREW,
        LEDGER_THREW,
        EXECUTOR_THREW,
        READING_THREW,
        SATURATED,
        TOO_SLOW,
        TAKEN_BACK,
        NOT_TAKEN_BACK,
        KEYS_FAILED,
        KEYS_LATE,
        REFUSED
    }

    /** What is told once: an event, of a kind of message or outcome, for a class of failure. */
    private record Cause(Event event, String kind, String failure) {}

    /**
     * Refusals behind which the programme's own messages may be, so that nothing is sold any more; and what is to be
     * looked at. What anybody may send without knowing of signatures is not told.
     */
    private static final Map<DeskOutcome, String> REFUSALS = new EnumMap<>(Map.of(
            DeskOutcome.SIGNATURE_WRONG,
            "no key of the desk made its signature: was the HMAC key changed, or the body on its way?",
            DeskOutcome.KEYS_UNAVAILABLE,
            "no key of before made its signature, and the supplier of hmacKeys gives none now",
            DeskOutcome.BODY_EMPTY,
            "it has a signature and no body: has a filter read the body before the desk?",
            DeskOutcome.BODY_UNREADABLE,
            "its body is not as the programme sends it: does a framework parse it before the desk?",
            DeskOutcome.DOCUMENT_UNREADABLE,
            "it is signed and no JSON object: has the programme's format changed?",
            DeskOutcome.MESSAGE_INVALID,
            "it is signed and lacks what each message of its kind has: has the programme's format changed?",
            DeskOutcome.NO_HANDLER,
            "the desk has no handler of its kind, and the programme sends it",
            DeskOutcome.TICKETS_NOT_PLACES,
            "the booking handler returned more or fewer tickets than places booked"));

    private final Warnings warnings;
    private final String desk;

    DeskWarnings(String name, LongSupplier nanoTime) {
        this(name, new Warnings(TicketingDesk.class.getName(), nanoTime));
    }

    DeskWarnings(String name, LongSupplier nanoTime, int mostCauses) {
        this(name, new Warnings(TicketingDesk.class.getName(), nanoTime, mostCauses));
    }

    private DeskWarnings(String name, Warnings warnings) {
        this.desk = "Ticketing desk " + name + ": ";
        this.warnings = warnings;
    }

    void handlerThrew(Message message, Throwable failure) {
        warn(Event.HANDLER_THREW, message.kind().name(), "The handler of a " + message.label() + " threw ", failure);
    }

    void ledgerThrew(Message message, Throwable failure) {
        warn(Event.LEDGER_THREW, message.kind().name(), "At a " + message.label() + " the ledger threw ", failure);
    }

    void executorThrew(Message message, Throwable failure) {
        warn(
                Event.EXECUTOR_THREW,
                message.kind().name(),
                "No thread ran the handler of a " + message.label() + ": the executor threw ",
                failure);
    }

    void readingThrew(Throwable failure) {
        warn(Event.READING_THREW, "", "Reading a message threw ", failure);
    }

    void saturated(Message message) {
        warn(
                Event.SATURATED,
                message.kind().name(),
                "No thread was free for the handler of a " + message.label() + ", which was refused");
    }

    void tooSlow(Message message) {
        warn(
                Event.TOO_SLOW,
                message.kind().name(),
                "The response to a " + message.label() + " was not there before the deadline");
    }

    void takenBack(Message message) {
        warn(
                Event.TAKEN_BACK,
                message.kind().name(),
                "The tickets of a " + message.label() + " were taken back, as the programme was not given them");
    }

    void notTakenBack(Message message, Throwable failure) {
        warn(
                Event.NOT_TAKEN_BACK,
                message.kind().name(),
                "The tickets of a " + message.label() + " are still out for nobody: taking them back threw ",
                failure);
    }

    void keysFailed(Throwable failure) {
        warn(
                Event.KEYS_FAILED,
                "",
                "The keys of before stay in use, for an hour at most: the supplier of hmacKeys threw ",
                failure);
    }

    void keysLate() {
        warn(
                Event.KEYS_LATE,
                "",
                "The keys of before stay in use, for an hour at most: the supplier of hmacKeys does not return");
    }

    /** A message was refused; most refusals say nothing to somebody on call. */
    void refused(DeskOutcome outcome) {
        String hint = REFUSALS.get(outcome);
        if (hint != null) {
            warn(Event.REFUSED, outcome.name(), "A message was refused, " + outcome + ": " + hint);
        }
    }

    private void warn(Event event, String kind, String line) {
        warnings.warn(new Cause(event, kind, ""), desk + line);
    }

    private void warn(Event event, String kind, String line, Throwable failure) {
        String name = failure.getClass().getName();
        warnings.warn(new Cause(event, kind, name), desk + line + name, failure);
    }
}
