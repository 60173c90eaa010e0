package fr.passerelle.benchmarks.table;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs what the rows name, several times over, an operation and its floor always one right after the other: what else
 * the machine does meanwhile then touches both.
 */
final class Rounds {

    private static final String BYTES = "gc.alloc.rate.norm";
    private static final int ITERATIONS = 5;

    /** With eight threads on two cores, the compiler gets through its work only slowly. */
    private static final TimeValue WARMUP = TimeValue.seconds(2);

    private final List<Row> rows;
    private final Map<Row, Ratio> ratios = new LinkedHashMap<>();

    Rounds(List<Row> rows) {
        this.rows = rows;
    }

    /** What the rounds found. */
    Map<Row, Ratio> ratios() {
        return ratios;
    }

    void run(int rounds) throws RunnerException {
        for (int round = 0; round < rounds; round++) {
            for (Row row : rows) {
                ChainedOptionsBuilder options = new OptionsBuilder()
                        .threads(row.threads())
                        .forks(1)
                        .warmupTime(WARMUP)
                        .measurementTime(TimeValue.seconds(1))
                        .addProfiler(GCProfiler.class)
                        .shouldFailOnError(true);
                if (!row.singleShot()) {
                    options.warmupIterations(ITERATIONS).measurementIterations(ITERATIONS);
                }
                ratios.merge(row, new Ratio(measure(options, row.sdk()), measure(options, row.floor())), Ratio::best);
            }
        }
    }

    /** Each benchmark once, in this JVM; fails if one does. */
    void smoke() throws RunnerException {
        // JMH wants the machine for itself; here no time counts.
        System.setProperty("jmh.ignoreLock", "true");
        Set<String> benchmarks = new LinkedHashSet<>();
        for (Row row : rows) {
            benchmarks.addAll(List.of(row.sdk(), row.floor()));
        }
        for (String benchmark : benchmarks) {
            ChainedOptionsBuilder options = new OptionsBuilder()
                    .forks(0)
                    .warmupIterations(0)
                    .measurementIterations(1)
                    .measurementTime(TimeValue.milliseconds(50))
                    .param("count", "500")
                    .verbosity(VerboseMode.SILENT)
                    .shouldFailOnError(true);
            measure(options, benchmark);
            System.out.println(benchmark + " works");
        }
    }

    private static Measure measure(ChainedOptionsBuilder options, String benchmark) throws RunnerException {
        String exactly = "\\." + benchmark.replace(".", "\\.") + "$";
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .parent(options.build())
                        .include(exactly)
                        .build())
                .run();
        RunResult result = results.iterator().next();
        Result<?> bytes = result.getSecondaryResults().get(BYTES);
        return new Measure(
                result.getPrimaryResult().getStatistics().getMin(), bytes == null ? Double.NaN : bytes.getScore());
    }

    /**
     * What one operation took: time in the benchmark's own unit, in the fastest iteration, which is the one that the
     * rest of the machine disturbed least; and bytes.
     */
    record Measure(double time, double bytes) {

        Measure best(Measure other) {
            return new Measure(Math.min(time, other.time), Math.min(bytes, other.bytes));
        }
    }

    /** The two sides of a row. */
    record Ratio(Measure sdk, Measure floor) {

        double time() {
            return sdk.time() / floor.time();
        }

        double bytes() {
            return sdk.bytes() / floor.bytes();
        }

        Ratio best(Ratio other) {
            return new Ratio(sdk.best(other.sdk), floor.best(other.floor));
        }
    }
}
