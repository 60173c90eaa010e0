package fr.passerelle.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Lets messages in until the application stops: then new ones are refused, and the stop waits for those at work. In the
 * last phase of all, so it stops first, before the web server and whatever the handlers need.
 */
final class DeskLifecycle implements SmartLifecycle {

    private boolean open = true;
    private int atWork;
    private @Nullable Runnable whenIdle;

    /** Whether a message may come in; if so, {@link #leave} must follow. */
    synchronized boolean enter() {
        if (open) {
            atWork++;
        }
        return open;
    }

    void leave() {
        Runnable idle = null;
        synchronized (this) {
            atWork--;
            if (atWork == 0) {
                idle = whenIdle;
                whenIdle = null;
            }
        }
        if (idle != null) {
            idle.run();
        }
    }

    /** Also after a stop: a context may be paused and go on. */
    @Override
    public synchronized void start() {
        open = true;
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    /** Spring bounds the wait: {@code spring.lifecycle.timeout-per-shutdown-phase}. */
    @Override
    public void stop(Runnable stopped) {
        synchronized (this) {
            open = false;
            if (atWork > 0) {
                whenIdle = stopped;
                return;
            }
        }
        stopped.run();
    }

    @Override
    public synchronized boolean isRunning() {
        return open;
    }
}
