package fr.passerelle.sandbox;

import fr.passerelle.sandbox.api.CinemaQueue;
import fr.passerelle.sandbox.api.EanQueue;
import fr.passerelle.sandbox.app.AppRoutes;
import fr.passerelle.sandbox.booking.Counter;
import fr.passerelle.sandbox.booking.Jobs;
import fr.passerelle.sandbox.booking.Vendors;
import fr.passerelle.sandbox.control.ProgrammeControl;
import fr.passerelle.sandbox.control.TrafficControl;
import fr.passerelle.sandbox.http.Interceptor;
import fr.passerelle.sandbox.http.Route;
import fr.passerelle.sandbox.state.World;
import fr.passerelle.sandbox.traffic.Faults;
import fr.passerelle.sandbox.traffic.Journal;
import fr.passerelle.sandbox.traffic.QuotaLimit;
import fr.passerelle.sandbox.traffic.Traffic;
import java.util.List;
import java.util.stream.Stream;

/** The part of the sandbox that acts: sells to beneficiaries, talks to vendors, runs jobs, misbehaves on demand. */
final class Programme implements AutoCloseable {

    final QuotaLimit quota = new QuotaLimit();
    final Faults faults = new Faults();
    final Journal journal;
    final Vendors vendors;
    final Counter counter;
    final EanQueue eans;
    final CinemaQueue cinema;
    final Jobs jobs;
    private final World world;
    private final Traffic traffic;

    Programme(World world) {
        this.world = world;
        journal = new Journal(world.clock);
        vendors = new Vendors(journal);
        counter = new Counter(world, vendors);
        eans = new EanQueue(world);
        cinema = new CinemaQueue(world, counter.messages());
        jobs = new Jobs(world, counter, eans::finalise, cinema::finalise);
        traffic = new Traffic(quota, faults, journal, key -> world.locked(() -> world.providerByKey(key) != null));
        world.onReset(this::reset);
    }

    /** The app routes and the part of the control plane that concerns the programme. */
    List<Route> routes() {
        return Stream.of(
                        new AppRoutes(world, counter).routes(),
                        new TrafficControl(world, quota, faults, journal).routes(),
                        new ProgrammeControl(world, vendors, jobs).routes())
                .flatMap(List::stream)
                .toList();
    }

    Interceptor interceptor() {
        return traffic;
    }

    /** What cancelling through the partner API sends to vendors. */
    VendorMessages messages() {
        return counter.messages();
    }

    private void reset() {
        quota.limit(null, false);
        faults.clear();
        journal.clear();
        vendors.reset();
        counter.clear();
    }

    /** Ends what waits and leaves no thread behind. */
    @Override
    public void close() {
        traffic.close();
        eans.close();
        cinema.close();
        vendors.close();
    }
}
