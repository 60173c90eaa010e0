package fr.passerelle.internal.http;

import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.spi.AbstractInterruptibleChannel;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/**
 * Cancels an exchange when the thread that waits for it is interrupted. A socket does not notice an interrupt; the
 * JDK's channels do, through the hook of their base class, which this borrows. It costs no thread and no polling.
 */
final class InterruptHook extends AbstractInterruptibleChannel {

    private final Thread owner = Thread.currentThread();
    private volatile @Nullable Call exchange;

    /** From now on, an interrupt of the current thread cancels this exchange; at once if the thread is interrupted. */
    void set(Call now) {
        exchange = now;
        set();
    }

    /** Once more: a channel that the thread used meanwhile, such as a log file's, has taken the hook away. */
    void set() {
        if (Thread.currentThread() == owner) {
            begin();
        }
    }

    /** The exchange is over. The thread's interrupt flag tells whether it was interrupted. */
    void release() {
        exchange = null;
        try {
            end(true);
        } catch (AsynchronousCloseException interrupted) {
            // The exchange's own failure tells.
        }
    }

    /** Runs on the thread that interrupts. */
    @Override
    protected void implCloseChannel() {
        Call now = exchange;
        if (now != null) {
            now.cancel();
        }
    }
}
