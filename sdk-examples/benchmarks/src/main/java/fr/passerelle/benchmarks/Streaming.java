package fr.passerelle.benchmarks;

import fr.passerelle.benchmarks.floor.FloorBooking;
import fr.passerelle.benchmarks.floor.FloorClient;
import fr.passerelle.benchmarks.server.ServerProcess;
import fr.passerelle.passculture.PassCultureClient;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** All bookings of a huge event, page by page, in a heap of 64 MiB. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(jvmArgsAppend = "-Xmx64m")
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class Streaming {

    private final ServerProcess server = ServerProcess.start();
    private final PassCultureClient sdk = Clients.sdk(server.url());
    private final FloorClient floor = Clients.floor(server.url());

    /** How many bookings there are. */
    @Param("1000000")
    private int count;

    @Benchmark
    public int streamSdk() {
        return complete(sdk.bookings().ofEvent(count).stream()
                .mapToInt(b -> b.quantity())
                .sum());
    }

    @Benchmark
    public int streamFloor() throws IOException {
        int places = 0;
        long firstIndex = 1;
        List<FloorBooking> page;
        do {
            page = floor.bookings(count, firstIndex);
            for (FloorBooking booking : page) {
                places += booking.quantity();
                firstIndex = booking.id() + 1;
            }
        } while (!page.isEmpty());
        return complete(places);
    }

    private int complete(int places) {
        if (places != count) {
            throw new IllegalStateException("read " + places + " of " + count);
        }
        return places;
    }

    /** Ends both clients and the server. */
    @TearDown
    public void close() {
        sdk.close();
        server.close();
    }
}
