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

    /** For an attempt that never left, for our own sake. */
    public static TransportException notSent(Call<?> call, String problem) {
        return local(call, problem, false, null);
    }

    /** For an attempt that never left, because something of the user's failed. */
    public static TransportException notSent(Call<?> call, String problem, Throwable cause) {
        return local(call, problem + " (" + cause.getClass().getSimpleName() + ")", false, cause);
    }

    /** For a call that a server at rest does not get. */
    public static CircuitOpenException circuitOpen(Call<?> call, Duration rest) {
        return new CircuitOpenException(site(call), rest, call.mayHaveBeenProcessed());
    }

    /** For a call whose deadline passed while it was not under way. */
    public static DeadlineException deadline(Call<?> call, String moment) {
        return new DeadlineException(site(call), moment, call.mayHaveBeenProcessed(), null);
    }

    /** For a call whose deadline passed while it was under way. */
    public static DeadlineException deadline(Call<?> call, TransportException failure) {
        CallSite site = call.endpoint().site(failure.attempts());
        return new DeadlineException(site, "while waiting for the response", failure.mayHaveBeenProcessed(), failure);
    }

    /** For a call whose thread was interrupted. */
    public static CallInterruptedException interrupted(Call<?> call, boolean sent) {
        return new CallInterruptedException(site(call), sent || call.mayHaveBeenProcessed());
    }

    /** For a response too large to read. */
    public static UnreadableResponseException tooLarge(Call<?> call, long limit) {
        return new UnreadableResponseException(site(call), "", "it is larger than " + limit + " bytes", null);
    }

    private static CallSite site(Call<?> call) {
        return call.endpoint().site(call.attempt());
    }
}
