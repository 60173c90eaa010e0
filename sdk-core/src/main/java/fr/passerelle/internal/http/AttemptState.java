package fr.passerelle.internal.http;

import fr.passerelle.internal.call.StalePermitException;
import fr.passerelle.internal.call.TimedPermit;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What an attempt carries through OkHttp, and whether it has started to leave. */
final class AttemptState {

    /** Gives another permit. */
    @FunctionalInterface
    interface Renewal {
        @Nullable
        TimedPermit renewed() throws IOException;
    }

    private final Duration connectTimeout;
    private @Nullable TimedPermit permit;
    private final @Nullable InterruptHook interrupt;
    private Renewal renewal = () -> {
        throw new StalePermitException();
    };

    private volatile boolean connected;
    private volatile boolean sent;
    private volatile boolean failed;

    /**
     * An attempt.
     *
     * @param permit by which it leaves; null for any time
     * @param interrupt set again whenever OkHttp is about to wait; null for a future, which has no thread to interrupt
     */
    AttemptState(Duration connectTimeout, @Nullable TimedPermit permit, @Nullable InterruptHook interrupt) {
        this.connectTimeout = connectTimeout;
        this.permit = permit;
        this.interrupt = interrupt;
    }

    Duration connectTimeout() {
        return connectTimeout;
    }

    boolean mayLeave() {
        return permit == null || !permit.stale();
    }

    /** How to wait for another permit while the connection stands open. */
    void renewBy(Renewal how) {
        renewal = how;
    }

    /** Waits for another permit, on the thread of the attempt. */
    void renewPermit() throws IOException {
        permit = renewal.renewed();
    }

    /** A connection was opened for this attempt. */
    void markConnected() {
        connected = true;
    }

    /** Whether the attempt leaves by a connection of its own, rather than one that was used before. */
    boolean connected() {
        return connected;
    }

    void markSent() {
        sent = true;
    }

    boolean sent() {
        return sent;
    }

    /** The connection failed, or its response is no HTTP. */
    void markFailed() {
        failed = true;
    }

    boolean failed() {
        return failed;
    }

    void aboutToWait() {
        if (interrupt != null) {
            interrupt.set();
        }
    }
}
