package fr.passerelle.sandbox.api;

import fr.passerelle.sandbox.schema.Form;
import fr.passerelle.sandbox.state.World;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Products that wait to be upserted by EAN, in chunks that a thread of its own works off. What waits is part of the
 * world: a reset drops it.
 */
public final class EanQueue implements AutoCloseable {

    /** The server's default. */
    private static final int CHUNK = 35;

    private static final Logger LOGGER = System.getLogger(EanQueue.class.getName());

    private final World world;
    private final EanWorker worker;
    private final Queue<EanWorker.Chunk> waiting = new ArrayDeque<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread daemon = new Thread(work, "sandbox-eans");
        daemon.setDaemon(true);
        return daemon;
    });

    /** An empty queue, emptied again at every reset of the world. */
    public EanQueue(World world) {
        this.world = world;
        this.worker = new EanWorker(world);
        world.onReset(waiting::clear);
    }

    /** Takes products in, under the world's lock. */
    void add(EanWorker.Shelf shelf, List<Form> products) {
        for (int from = 0; from < products.size(); from += CHUNK) {
            int to = Math.min(from + CHUNK, products.size());
            waiting.add(new EanWorker.Chunk(shelf, products.subList(from, to)));
            thread.execute(this::workNext);
        }
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

    /** An unexpected failure ends its chunk, and nothing else. */
    private int workNext() {
        return world.locked(() -> {
            EanWorker.Chunk chunk = waiting.poll();
            try {
                return chunk == null ? 0 : worker.work(chunk);
            } catch (RuntimeException unexpected) {
                LOGGER.log(Level.ERROR, "A chunk of products by EAN was given up", unexpected);
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
