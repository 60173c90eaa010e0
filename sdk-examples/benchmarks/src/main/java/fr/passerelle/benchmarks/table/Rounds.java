package fr.passerelle.benchmarks.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/**
 * Runs what the rows name, several times over, an operation and its floor always one right after the other: what else
 * the machine does meanwhile then touches both.
 */
final class Rounds {

    private static final String BYTES = "gc.alloc.rate.norm";
    private static final int ITERATIONS = 7;

    /** After twelve seconds the figures move no more; with eight threads on two cores the compiler needs them all. */
    private static final int WARMUP_SECONDS = 12;

    /** The SDK and its floor. */
    private static final int MUST_WORK = 2;

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
                        .warmupTime(TimeValue.seconds(1))
                        .measurementTime(TimeValue.seconds(1))
                        .addProfiler(GCProfiler.class)
                        .shouldFailOnError(true);
                if (!row.singleShot()) {
                    options.warmupIterations(WARMUP_SECONDS).measurementIterations(ITERATIONS);
                }
                List<Measure> sides = new ArrayList<>();
                for (String benchmark : row.benchmarks()) {
                    sides.add(
                            sides.size() < MUST_WORK
                                    ? measure(options, benchmark)
                                    : measureIfItWorks(options, benchmark));
                }
                ratios.merge(row, new Ratio(sides), Ratio::best);
            }
        }
    }

    /** Each benchmark once, in this JVM; fails if one does. */
    void smoke() throws RunnerException {
        // JMH wants the machine for itself; here no time counts.
        System.setProperty("jmh.ignoreLock", "true");
        Set<String> benchmarks = new LinkedHashSet<>();
        for (Row row : rows) {
            benchmarks.addAll(row.benchmarks());
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

    /** The JDK's client fails now and then with eight threads; that leaves a gap in its column and not in the table. */
    private static Measure measureIfItWorks(ChainedOptionsBuilder options, String benchmark) {
        try {
            return measure(options, benchmark);
        } catch (RunnerException e) {
            System.out.println(benchmark + " failed: " + e.getMessage());
            return new Measure(Double.NaN, Double.NaN, Double.NaN);
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
        Statistics times = result.getPrimaryResult().getStatistics();
        return new Measure(times.getMin(), times.getPercentile(50), bytes == null ? Double.NaN : bytes.getScore());
    }

    /**
     * What one operation took: time in the benchmark's own unit, in the fastest iteration, which is the one that the
     * rest of the machine disturbed least, and in the median one; and bytes.
     */
    record Measure(double time, double median, double bytes) {

        Measure best(Measure other) {
            return new Measure(
                    Math.min(time, other.time), Math.min(median, other.median), Math.min(bytes, other.bytes));
        }
    }

    /**
     * The sides of a row.
     *
     * @param sides the SDK, the floor, and the floor on the JDK's client if there is one
     */
    record Ratio(List<Measure> sides) {

        double time() {
            return beside(1, Measure::time);
        }

        double median() {
            return beside(1, Measure::median);
        }

        double bytes() {
            return beside(1, Measure::bytes);
        }

        /** NaN if it is not compared. */
        double timeBesideJdk() {
            return beside(2, Measure::time);
        }

        /** NaN if it is not compared. */
        double bytesBesideJdk() {
            return beside(2, Measure::bytes);
        }

        private double beside(int side, ToDoubleFunction<Measure> figure) {
            return side < sides.size()
                    ? figure.applyAsDouble(sides.get(0)) / figure.applyAsDouble(sides.get(side))
                    : Double.NaN;
        }

        Ratio best(Ratio other) {
            return new Ratio(IntStream.range(0, sides.size())
                    .mapToObj(side -> sides.get(side).best(other.sides.get(side)))
                    .toList());
        }
    }
}
