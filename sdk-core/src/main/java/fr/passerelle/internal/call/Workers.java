package fr.passerelle.internal.call;

import fr.passerelle.internal.base.DaemonThreads;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The threads on which the futures of all clients of the process do their work: sending, reading, decoding. What waits
 * for a permit or a retry holds none. Idle threads end after a second.
 *
 * <p>A thread that goes on to a user's own code, the stages that depend on a future, no longer counts: what blocks
 * there can hold up no call.
 */
public final class Workers implements Executor {

    private static final int MOST = 20;
    /** What is left for the lane of those that people wait for. */
    private static final int RESERVED = 4;

    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final ThreadLocal<@Nullable Worker> CURRENT = new ThreadLocal<>();

    /** For all clients without an executor of their own. */
    static final Workers SHARED = new Workers();

    /** For users' rate limiters, which may take their time. */
    static final Workers LIMITERS = new Workers();

    /** For handing work to users' executors, which may run it on the spot. */
    static final Workers HANDOVERS = new Workers();

    private final Deque<Runnable> urgent = new ArrayDeque<>();
    private final Deque<Runnable> bulk = new ArrayDeque<>();
    private final Executor threads = new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            IDLE.toMillis(),
            TimeUnit.MILLISECONDS,
            new SynchronousQueue<>(),
            new DaemonThreads("passerelle-worker"));
    private int active;

    /** Does bulk work. */
    @Override
    public void execute(Runnable task) {
        execute(task, false);
    }

    /** This executor for what people wait for: some threads are always free of bulk work. */
    Executor forPeople() {
        return task -> execute(task, true);
    }

    private void execute(Runnable task, boolean people) {
        synchronized (this) {
            if (active >= (people ? MOST : MOST - RESERVED)) {
                (people ? urgent : bulk).add(task);
                return;
            }
            active++;
        }
        try {
            threads.execute(new Worker(task));
        } catch (RuntimeException | Error noThread) {
            synchronized (this) {
                active--;
            }
            throw noThread;
        }
    }

    /** The next task for a thread that has done one; null, and one thread less, if there is none for it. */
    private synchronized @Nullable Runnable next() {
        Runnable next = urgent.poll();
        if (next == null && active <= MOST - RESERVED) {
            next = bulk.poll();
        }
        if (next == null) {
            active--;
        }
        return next;
    }

    /** Another thread does what the one that left would have done; whoever comes next does it if there is none. */
    private void replace(Runnable next) {
        try {
            threads.execute(new Worker(next));
        } catch (RuntimeException | Error noThread) {
            synchronized (this) {
                active--;
                urgent.addFirst(next);
            }
        }
    }

    /** From here on, the current thread runs a user's code. */
    static void leave() {
        Worker worker = CURRENT.get();
        if (worker != null) {
            worker.leave();
        }
    }

    private final class Worker implements Runnable {

        private @Nullable Runnable task;
        private boolean left;

        Worker(Runnable first) {
            task = first;
        }

        @Override
        public void run() {
            CURRENT.set(this);
            try {
                while (task != null) {
                    task.run();
                    task = left ? null : next();
                }
            } catch (Throwable thrown) {
                if (!left) {
                    leave();
                }
                throw thrown;
            } finally {
                CURRENT.remove();
            }
        }

        private void leave() {
            if (left) {
                return;
            }
            left = true;
            Runnable next = next();
            if (next != null) {
                replace(next);
            }
        }
    }
}
