package fr.passerelle.sandbox.message;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Random;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * The queue of notifications: each is sent once, in order, by one background thread, and the outcome is nobody's
 * concern (reference 9.3). A share of them can be lost on purpose; which ones depends only on the seed.
 */
public final class Outbox implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Outbox.class.getName());
    private static final long SEED = 20190201;

    private final ThreadPoolExecutor sender =
            new ThreadPoolExecutor(1, 1, 0, NANOSECONDS, new LinkedBlockingQueue<>(), Outbox::daemon);
    private Random chance = new Random(SEED);
    private double dropShare;

    /**
     * Queues the sending of one notification, unless this one is lost.
     *
     * @param sending does the work; what it throws is swallowed
     */
    public synchronized void add(Runnable sending) {
        if (chance.nextDouble() >= dropShare) {
            sender.execute(() -> swallow(sending));
        }
    }

    /**
     * Loses a share of the notifications from now on.
     *
     * @param share from 0 (none) to 1 (all)
     * @throws IllegalArgumentException if the share is outside
     */
    public synchronized void drop(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("dropNotifications must be between 0 and 1: " + share);
        }
        dropShare = share;
    }

    /** Forgets what is queued, loses nothing any more and starts the dice again. */
    public synchronized void reset() {
        sender.getQueue().clear();
        dropShare = 0;
        chance = new Random(SEED);
    }

    /** Stops the background thread; what it was sending is interrupted. */
    @Override
    public void close() {
        sender.shutdownNow();
    }

    private static void swallow(Runnable sending) {
        try {
            sending.run();
        } catch (RuntimeException failure) {
            // As in the programme: a notification that fails is nobody's concern.
            LOG.log(Level.DEBUG, "a notification was not sent", failure);
        }
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "sandbox-notifications");
        thread.setDaemon(true);
        return thread;
    }
}
