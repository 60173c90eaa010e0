package fr.passerelle.sandbox.state;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntSupplier;

/**
 * What the server does after it has responded, piece by piece on a thread of its own. What waits is part of the world:
 * a reset drops it. Each piece runs under the world's lock.
 */
public final class LaterWork implements AutoCloseable {

    private static final Logger LOGGER = System.getLogger(LaterWork.class.getName());

    private final World world;
    private final String name;
    private final Queue<IntSupplier> waiting = new ArrayDeque<>();
    private final ExecutorService thread;

    /**
     * Nothing waits yet.
     *
     * @param name of the thread
     */
    public LaterWork(World world, String name) {
        this.world = world;
        this.name = name;
        this.thread = Executors.newSingleThreadExecutor(work -> {
            Thread daemon = new Thread(work, name);
            daemon.setDaemon(true);
            return daemon;
        });
        world.onReset(waiting::clear);
    }

    /** Takes a piece in, under the world's lock; it gives the number of offers that it makes or changes. */
    public void add(IntSupplier piece) {
        waiting.add(piece);
        thread.execute(this::workNext);
    }

    /** Works everything off now; gives the number of offers made or changed. */
    public int finalise() {
        return world.locked(() -> {
            int done = 0;
            while (!waiting.isEmpty()) {
                done += workNext();
            }
            return done;
        });
    }

    /** An unexpected failure ends its piece, and nothing else. */
    private int workNext() {
        return world.locked(() -> {
            IntSupplier piece = waiting.poll();
            try {
                return piece == null ? 0 : piece.getAsInt();
            } catch (RuntimeException unexpected) {
                LOGGER.log(Level.ERROR, "A piece of work of " + name + " was given up", unexpected);
                return 0;
            }
        });
    }

    /** Ends the thread; what waits is dropped. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
