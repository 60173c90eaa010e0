package fr.passerelle.benchmarks;

import fr.passerelle.benchmarks.server.ServerProcess;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A JVM from its start to its end, with one booking read in between. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 10)
public class ColdStart {

    private final ServerProcess server = ServerProcess.start();

    @Benchmark
    public void firstResponseSdk() throws IOException, InterruptedException {
        run("sdk");
    }

    @Benchmark
    public void firstResponseFloor() throws IOException, InterruptedException {
        run("floor");
    }

    @Benchmark
    public void firstResponseJdk() throws IOException, InterruptedException {
        run("jdk");
    }

    private void run(String which) throws IOException, InterruptedException {
        Process jvm = ServerProcess.java(
                        FirstResponse.class, which, server.url().toString())
                .inheritIO()
                .start();
        if (jvm.waitFor() != 0) {
            throw new IllegalStateException(which + " got no response");
        }
    }

    /** Ends the server. */
    @TearDown
    public void close() {
        server.close();
    }
}
