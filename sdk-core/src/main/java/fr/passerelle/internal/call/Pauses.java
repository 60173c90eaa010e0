package fr.passerelle.internal.call;

import fr.passerelle.client.CallObserver.WaitReason;
import fr.passerelle.client.error.Failures;
import java.time.Duration;

/** Waiting on behalf of a call. */
final class Pauses {

    private Pauses() {}

    /**
     * Waits, if there is something to wait for, and tells the call's observers.
     *
     * @param reason what the observers are told
     * @throws fr.passerelle.client.error.CallInterruptedException if interrupted; the thread's flag is set again
     * @throws fr.passerelle.client.error.TransportException if the client is closed meanwhile
     */
    static void pause(Duration duration, Time time, Call call, WaitReason reason) {
        if (duration.isZero()) {
            return;
        }
        long start = time.nanos();
        try {
            if (!time.pause(duration)) {
                throw Failures.notSent(call, "the client was closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failures.interrupted(call, call.mayHaveBeenProcessed());
        } finally {
            Observation observation = call.observation();
            if (observation != null) {
                observation.waited(reason, time.nanos() - start);
            }
        }
    }
}
