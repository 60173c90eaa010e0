package fr.passerelle.internal.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/**
 * Cancels the exchange of a thread that is interrupted, because a thread that waits for a silent server does not notice
 * by itself. Looking from outside costs a call next to nothing; a thread of its own for each exchange would cost two
 * switches. The thread that looks begins with the first exchange and ends when there has been none for a while.
 */
final class InterruptWatch implements AutoCloseable {

    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int LOOKS_AT_NOTHING = 250;

    private final DaemonThreads threads = new DaemonThreads("passculture-watch");
    private final Map<Call, Thread> underWay = new ConcurrentHashMap<>();
    private volatile @Nullable Thread watcher;
    private volatile boolean closed;

    /** The current thread is about to wait for this exchange. */
    void begin(Call exchange) {
        underWay.put(exchange, Thread.currentThread());
        if (watcher == null) {
            start();
        }
    }

    /** It no longer does. */
    void end(Call exchange) {
        underWay.remove(exchange);
    }

    private synchronized void start() {
        if (watcher == null && !closed) {
            Thread thread = threads.newThread(this::watch);
            watcher = thread;
            thread.start();
        }
    }

    private void watch() {
        int looksAtNothing = 0;
        while (!closed) {
            LockSupport.parkNanos(this, BETWEEN_LOOKS);
            underWay.forEach((exchange, thread) -> {
                if (thread.isInterrupted()) {
                    exchange.cancel();
                }
            });
            looksAtNothing = underWay.isEmpty() ? looksAtNothing + 1 : 0;
            if (looksAtNothing >= LOOKS_AT_NOTHING) {
                watcher = null;
                // An exchange that began before it could see this has nobody else to look after it.
                if (underWay.isEmpty()) {
                    return;
                }
                start();
                return;
            }
        }
    }

    /** Ends the thread. */
    @Override
    public synchronized void close() {
        closed = true;
        LockSupport.unpark(watcher);
    }
}
