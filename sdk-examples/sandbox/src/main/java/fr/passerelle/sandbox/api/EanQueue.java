package fr.passerelle.sandbox.api;

import fr.passerelle.sandbox.schema.Form;
import fr.passerelle.sandbox.state.LaterWork;
import fr.passerelle.sandbox.state.World;
import java.util.List;

/** Products that wait to be upserted by EAN, in chunks that are worked off later. */
public final class EanQueue implements AutoCloseable {

    /** The server's default. */
    private static final int CHUNK = 35;

    private final EanWorker worker;
    private final LaterWork later;

    /** An empty queue, emptied again at every reset of the world. */
    public EanQueue(World world) {
        this.worker = new EanWorker(world);
        this.later = new LaterWork(world, "sandbox-eans");
    }

    /** Takes products in, under the world's lock. */
    void add(EanWorker.Shelf shelf, List<Form> products) {
        for (int from = 0; from < products.size(); from += CHUNK) {
            int to = Math.min(from + CHUNK, products.size());
            EanWorker.Chunk chunk = new EanWorker.Chunk(shelf, products.subList(from, to));
            later.add(() -> worker.work(chunk));
        }
    }

    /** Works everything off now; gives the number of offers made or changed. */
    public int finalise() {
        return later.finalise();
    }

    /** Ends the thread; what waits is dropped. */
    @Override
    public void close() {
        later.close();
    }
}
