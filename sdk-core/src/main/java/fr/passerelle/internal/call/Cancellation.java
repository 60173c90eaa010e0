package fr.passerelle.internal.call;

import org.jspecify.annotations.Nullable;

/** Ends one operation, whatever it waits for just then. The first reason counts. */
public final class Cancellation {

    /** Why an operation ends before its time. */
    public enum Reason {
        /** Its thread is interrupted. */
        INTERRUPTED,
        /** Its future, or a stage that depends on it, is cancelled or completed by the user. */
        CANCELLED,
        /** Its client is closed. */
        CLOSED
    }

    private @Nullable Reason reason;
    private @Nullable Runnable hook;

    /** Why the operation ends; null while it goes on. */
    public synchronized @Nullable Reason reason() {
        return reason;
    }

    /** What ends the wait that begins now. Runs at once if the operation is cancelled already. */
    public void onCancel(Runnable ending) {
        synchronized (this) {
            if (reason == null) {
                hook = ending;
                return;
            }
        }
        ending.run();
    }

    /** The wait is over. */
    public synchronized void clear() {
        hook = null;
    }

    /** Ends the operation. */
    public void cancel(Reason why) {
        Runnable ending;
        synchronized (this) {
            if (reason != null) {
                return;
            }
            reason = why;
            ending = hook;
            hook = null;
        }
        if (ending != null) {
            ending.run();
        }
    }
}
