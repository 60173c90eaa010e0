package fr.passerelle.sandbox.api;

import fr.passerelle.sandbox.VendorMessages;
import fr.passerelle.sandbox.schema.Form;
import fr.passerelle.sandbox.state.LaterWork;
import fr.passerelle.sandbox.state.Provider;
import fr.passerelle.sandbox.state.Venue;
import fr.passerelle.sandbox.state.World;
import java.util.List;

/** Films whose sessions wait to be replaced. A call is one piece; a failure inside it concerns its film only. */
public final class CinemaQueue implements AutoCloseable {

    private final CinemaWorker worker;
    private final LaterWork later;

    /**
     * An empty queue, emptied again at every reset of the world.
     *
     * @param messages what cancelling a booking sends to vendors
     */
    public CinemaQueue(World world, VendorMessages messages) {
        this.worker = new CinemaWorker(world, messages);
        this.later = new LaterWork(world, "sandbox-cinema");
    }

    /** Takes films in, under the world's lock. */
    void add(Provider provider, Venue venue, List<Form> films) {
        later.add(() -> worker.work(provider, venue, films));
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
