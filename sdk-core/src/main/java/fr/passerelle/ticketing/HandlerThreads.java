package fr.passerelle.ticketing;

import fr.passerelle.internal.base.DaemonThreads;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The threads on which the handlers of all desks of a process run: daemons, made when there is work, gone when idle. Of
 * those that are free, the one that was at work last is taken, which is the quickest to wake.
 *
 * <p>Each desk has a lane: so many handlers at once, and a bounded queue behind them. Lanes with work that waits take
 * turns. A desk whose handlers hang fills its own lane and no other: the last threads are kept for desks that run none,
 * so that each goes on, one message at a time at worst, until all of these hang too.
 */
final class HandlerThreads {

    /** As many as a usual web server has for requests: where those wait for handlers, more would stay idle. */
    private static final int MOST = 200;

    private static final int KEPT = 50;

    /** What one desk can have at once. */
    static final int MOST_OF_A_DESK = MOST - KEPT;

    private static final int QUEUED_PER_THREAD = 16;
    private static final long IDLE_SECONDS = 1;
    private static final long INTERRUPTED_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** For all desks without an executor of the user's. */
    static final HandlerThreads SHARED = new HandlerThreads(MOST, KEPT);

    /**
     * For what follows a deadline or a wait, which must happen whatever handlers and the JDK's common pool are busy
     * with: as many threads as are needed, none of them a handler's. Never refuses.
     */
    static final Executor HANDOVERS = handovers();

    private static Executor handovers() {
        Executor threads = cached("passculture-handover");
        return work -> {
            try {
                threads.execute(work);
            } catch (Throwable noThread) {
                work.run();
            }
        };
    }

    private static Executor cached(String name) {
        return new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE, // a thread that has told it is free takes a moment until it is
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                new DaemonThreads(name));
    }

    private final int most;
    private final int kept;
    private final Executor threads = cached("passculture-desk");

    /** Those with calls that wait, in the order of their turns. */
    private final Deque<Lane> waiting = new ArrayDeque<>();

    private int running;

    /**
     * Starts no thread yet.
     *
     * @param most how many handlers run at once, of all desks
     * @param kept how many of these threads go to desks that run no handler only
     */
    HandlerThreads(int most, int kept) {
        this.most = most;
        this.kept = kept;
    }

    /**
     * The threads of one desk.
     *
     * @param handlers how many run at once at most
     */
    Lane lane(int handlers) {
        return new Lane(handlers);
    }

    private void start(Lane lane, Runnable call) {
        try {
            threads.execute(new Worker(lane, call));
        } catch (Throwable noThread) {
            over(lane, null);
            throw noThread;
        }
    }

    /** A lane's call is over; the one whose turn it is, on the same thread. */
    private synchronized @Nullable Worker next(Lane lane) {
        over(lane, Thread.currentThread());
        for (Iterator<Lane> turns = waiting.iterator(); turns.hasNext(); ) {
            Lane next = turns.next();
            if (next.mayRun()) {
                turns.remove();
                Runnable call = next.queue.remove();
                if (!next.queue.isEmpty()) {
                    waiting.addLast(next);
                }
                next.running++;
                running++;
                return new Worker(next, call);
            }
        }
        return null;
    }

    private synchronized void over(Lane lane, @Nullable Thread thread) {
        lane.running--;
        running--;
        if (thread != null) {
            lane.at.remove(thread);
            boolean ignored = Thread.interrupted(); // meant for the call that is over
        }
        notifyAll();
    }

    /** Calls handlers until there is no call whose turn it is. */
    private final class Worker implements Runnable {

        private final Lane lane;
        private final Runnable call;

        Worker(Lane lane, Runnable call) {
            this.lane = lane;
            this.call = call;
        }

        @Override
        public void run() {
            for (Worker worker = this; worker != null; worker = next(worker.lane)) {
                worker.runOne();
            }
        }

        private void runOne() {
            lane.begins();
            try {
                call.run();
            } catch (Throwable thrown) { // a HandlerCall throws nothing; the thread goes on in any case
                Thread thread = Thread.currentThread();
                thread.getUncaughtExceptionHandler().uncaughtException(thread, thrown);
            }
        }
    }

    /** The threads of one desk: as many of all as it may have. */
    final class Lane implements Executor {

        private final int handlers;
        private final Queue<Runnable> queue = new ArrayDeque<>();
        private final Set<Thread> at = new HashSet<>();
        private int running;
        private boolean closed;

        private Lane(int handlers) {
            this.handlers = handlers;
        }

        /**
         * Calls it on a thread, now or in its turn.
         *
         * @throws RejectedExecutionException if the queue is full, or the lane closed
         */
        @Override
        public void execute(Runnable call) {
            synchronized (HandlerThreads.this) {
                if (closed || (!mayRun() && queue.size() >= handlers * QUEUED_PER_THREAD)) {
                    throw new RejectedExecutionException(closed ? "closed" : "the queue is full");
                }
                if (!mayRun()) {
                    queue.add(call);
                    if (queue.size() == 1) {
                        waiting.addLast(this);
                    }
                    return;
                }
                running++;
                HandlerThreads.this.running++;
            }
            start(this, call);
        }

        private boolean mayRun() {
            int all = HandlerThreads.this.running;
            return running < handlers && all < (running == 0 ? most : most - kept);
        }

        private void begins() {
            synchronized (HandlerThreads.this) {
                at.add(Thread.currentThread());
            }
        }

        /**
         * Takes no more calls. Lets what runs and queues finish, then interrupts what still runs.
         *
         * @param graceNanos how long it is waited for
         */
        void close(long graceNanos) {
            synchronized (HandlerThreads.this) {
                closed = true;
                try {
                    if (!isIdleWithin(graceNanos)) {
                        giveUp();
                        boolean ignored = isIdleWithin(INTERRUPTED_NANOS);
                    }
                } catch (InterruptedException interrupted) {
                    giveUp();
                    Thread.currentThread().interrupt();
                }
            }
        }

        private void giveUp() {
            queue.clear();
            waiting.remove(this);
            at.forEach(Thread::interrupt);
        }

        private boolean isIdleWithin(long nanos) throws InterruptedException {
            long end = System.nanoTime() + nanos;
            while (running > 0 || !queue.isEmpty()) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                TimeUnit.NANOSECONDS.timedWait(HandlerThreads.this, left);
            }
            return true;
        }
    }
}
