package fr.passerelle.sandbox.settle;

import static fr.passerelle.sandbox.settle.Ending.Claim.DONE;
import static fr.passerelle.sandbox.settle.Ending.Claim.ESCAPED;
import static fr.passerelle.sandbox.settle.Ending.Claim.NOT_DONE;
import static fr.passerelle.sandbox.settle.Ending.Claim.UNDECIDED;

import fr.passerelle.error.CallException;
import fr.passerelle.sandbox.settle.FaultProxy.Evidence;
import fr.passerelle.sandbox.settle.WireFault.Arrival;
import fr.passerelle.sandbox.settle.WireFault.Meaning;
import fr.passerelle.sandbox.settle.WireFault.Trait;
import fr.passerelle.sandbox.settle.Write.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Holds what a call says of itself against what the server took of it. The effects that count are those of this call:
 * what the proxy passed on and the server responded with a 2xx, whatever the world looks like afterwards.
 */
final class Judge {

    /** No call may take longer; the pauses between attempts take no time here. */
    static final Duration LIMIT = Duration.ofSeconds(5);

    private Judge() {}

    /** What is wrong with the end of a cell; nothing if it is right. */
    static List<String> problems(Cell cell, Ending ending, Evidence evidence, boolean interrupted, Duration took) {
        List<String> problems = new ArrayList<>();
        int effects = evidence.effects().size();
        boolean believed = cell.fault().believed(cell.write().endpoint().response());
        if (ending.claim() == ESCAPED) {
            problems.add("threw what no caller expects: " + ending.failure());
        }
        if (ending.claim() == DONE && effects == 0 && !believed && !maySpeakOfAnother(cell)) {
            problems.add("FALSE DONE: returned, and the server took nothing");
        }
        if (effects > 1 && !cell.write().mayHappenTwice()) {
            problems.add("DOUBLED: the server took it " + effects + " times");
        }
        if (ending.claim() == NOT_DONE
                && effects > 0
                && !believed
                && cell.write().promise() != Promise.BACKGROUND) {
            problems.add("FALSE DENIAL: says that nothing happened, and the server took it: " + ending.failure());
        }
        if (ending.claim() == DONE
                && ending.id() != Ending.NO_ID
                && effects > 0
                && !made(ending.id(), evidence)
                && !maySpeakOfAnother(cell)) {
            problems.add("WRONG ONE: returned " + ending.id() + ", which this call did not make");
        }
        if (ending.claim() == UNDECIDED && !tellsWhatToDo(cell, ending)) {
            problems.add("no recipe in " + ending.failure());
        }
        if (interrupted != cell.fault().interrupts()) {
            problems.add(interrupted ? "left the thread interrupted" : "lost the thread's interrupt");
        }
        if (took.compareTo(LIMIT) > 0) {
            problems.add("took " + took);
        }
        if (!struck(cell, ending, evidence)) {
            problems.add("the fault did not strike");
        }
        if (ending.claim() != DONE && mustBeDone(cell)) {
            problems.add("could have been done: " + ending.failure());
        }
        return problems;
    }

    /**
     * A call that reads before and after takes a change that somebody else made in between, and that is the very same,
     * for its own: its documentation says so. A call that does not read must not.
     */
    static boolean maySpeakOfAnother(Cell cell) {
        return cell.reading().beforeTheWrite() && cell.world() == World.CHANGED_MEANWHILE;
    }

    private static boolean made(long id, Evidence evidence) {
        Pattern named = Pattern.compile("[iI]d\"\\s*:\\s*" + id + "\\b");
        return evidence.effects().stream()
                .anyMatch(response -> named.matcher(response.body()).find());
    }

    private static boolean tellsWhatToDo(Cell cell, Ending ending) {
        return cell.write().promise() == Promise.BACKGROUND
                || (ending.failure() instanceof CallException failure
                        && failure.getMessage().contains(cell.write().endpoint().recoveryHint()));
    }

    /** Unless nothing was written at all, because a read said before that it makes no sense. */
    private static boolean struck(Cell cell, Ending ending, Evidence evidence) {
        return cell.fault().is(Trait.REFUSED)
                || evidence.struck() > 0
                || (evidence.writes() == 0 && ending.claim() == NOT_DONE);
    }

    /** Where nobody else is about, a call that can know must not say that it does not. */
    private static boolean mustBeDone(Cell cell) {
        boolean forAnother = cell.write().promise() == Promise.BACKGROUND;
        if (cell.world() != World.FRESH || cell.strikes() > 1 || forAnother) {
            return false;
        }
        return switch (cell.fault().meaning()) {
            case HEARD, NOT_DONE -> true;
            case LOST -> settles(cell);
            case TOLD -> false;
        };
    }

    private static boolean settles(Cell cell) {
        WireFault fault = cell.fault();
        boolean happened = fault.effect() || fault.arrival() == Arrival.BEFORE_THE_SECOND;
        boolean seen =
                happened && cell.reading().beforeTheWrite() && cell.write().shown();
        return switch (cell.write().promise()) {
            case HARMLESS, NAMED -> true;
            case GUARDED -> !happened || seen;
            // What lands later than the reads is not seen by them, and no second one brings it to light.
            case ONCE -> seen && fault.effect();
            case BACKGROUND -> false;
        };
    }

    /** In a fresh world what a call did can be counted there, too. */
    static boolean countable(Cell cell, Ending ending) {
        return cell.world() == World.FRESH
                && ending.claim() == DONE
                && !cell.fault().believed(cell.write().endpoint().response())
                && cell.fault().meaning() != Meaning.TOLD;
    }
}
