package fr.passerelle.internal.call;

import fr.passerelle.error.CallInterruptedException;
import fr.passerelle.error.CallSite;
import fr.passerelle.error.CircuitOpenException;
import fr.passerelle.error.DeadlineException;
import fr.passerelle.error.TransportException;
import fr.passerelle.error.UnreadableResponseException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a call without a response means. */
public final class CallExceptions {

    private CallExceptions() {}

    /** For an attempt that got no response; {@code sent} says whether it had started to leave. */
    public static TransportException lost(Call<?> call, String problem, boolean sent, @Nullable Throwable cause) {
        return new TransportException(site(call), problem, call.mayHaveBeenProcessed(), sent, true, cause);
    }

    /** For an attempt that ended for our own sake, not the server's. */
    public static TransportException local(Call<?> call, String problem, boolean sent, @Nullable Throwable cause) {
        return new TransportException(site(call), problem, call.mayHaveBeenProcessed(), sent, false, cause);
    }

    /** For an attempt that never left, because something of the user's failed. */
    public static TransportException notSent(Call<?> call, String problem, Throwable cause) {
        return local(call, named(problem, cause), false, cause);
    }

    /** For a call whose next attempt does not begin, for our own sake. */
    public static TransportException notBegun(Call<?> call, String problem) {
        return new TransportException(before(call), problem, call.mayHaveBeenProcessed(), false, false, null);
    }

    /** For a call whose next attempt does not begin, because something of the user's failed. */
    public static TransportException notBegun(Call<?> call, String problem, Throwable cause) {
        return new TransportException(
                before(call), named(problem, cause), call.mayHaveBeenProcessed(), false, false, cause);
    }

    /** For a call that a server at rest does not get. */
    public static CircuitOpenException circuitOpen(Call<?> call, Duration rest) {
        return new CircuitOpenException(before(call), rest, call.mayHaveBeenProcessed());
    }

    /** For a call whose deadline passes before its next attempt begins. */
    public static DeadlineException deadline(Call<?> call, String moment) {
        return new DeadlineException(before(call), moment, call.mayHaveBeenProcessed(), null);
    }

    /** For a call whose deadline passed while it was under way. */
    public static DeadlineException deadline(Call<?> call, TransportException failure) {
        CallSite site =
                call.endpoint().site(failure.attempts(), call.operation().requestId());
        String moment = failure.sent() ? "while waiting for the response" : "while connecting";
        return new DeadlineException(site, moment, failure.mayHaveBeenProcessed(), failure);
    }

    /** For an attempt whose thread was interrupted. */
    public static CallInterruptedException interrupted(Call<?> call, boolean sent) {
        return new CallInterruptedException(site(call), sent || call.mayHaveBeenProcessed());
    }

    /** For a call that was interrupted before its next attempt. */
    static CallInterruptedException interruptedBefore(Call<?> call) {
        return new CallInterruptedException(before(call), call.mayHaveBeenProcessed());
    }

    /** For a response too large to read. */
    public static UnreadableResponseException tooLarge(Call<?> call, long limit) {
        return new UnreadableResponseException(site(call), "", "it is larger than " + limit + " bytes", null);
    }

    /** Of a call whose attempt has started. */
    private static CallSite site(Call<?> call) {
        return call.endpoint().site(call.attempt(), call.operation().requestId());
    }

    /** Of a call whose next attempt has not started: it was tried once less. */
    private static CallSite before(Call<?> call) {
        return call.endpoint().site(call.attempt() - 1, call.operation().requestId());
    }

    private static String named(String problem, Throwable cause) {
        return problem + " (" + cause.getClass().getSimpleName() + ")";
    }
}
