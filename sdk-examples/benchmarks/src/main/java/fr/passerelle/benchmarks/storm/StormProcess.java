package fr.passerelle.benchmarks.storm;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.passerelle.benchmarks.server.ServerProcess;
import fr.passerelle.benchmarks.storm.Storm.Outcome;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A storm in a JVM of its own, so that none sees the heap, the threads or the limiters of another. */
final class StormProcess {

    /** What each JVM has. */
    static final String HEAP = "-Xmx64m";

    private static final Duration LONGEST = Duration.ofMinutes(4);
    private static final String MET = "met ";
    private static final String SHORT = "short ";

    private StormProcess() {}

    /** Runs a storm of {@link Storms} in this process and prints how it went. */
    public static void main(String[] args) throws Exception {
        int group = Integer.parseInt(args[2]);
        int number = Integer.parseInt(args[3]);
        Server server = new Server(URI.create(args[1]), "storm-" + group + "-" + number);
        Pauses pauses = Pauses.watch();
        Outcome outcome = storms(args[0]).get(group).get(number).scenario().run(server);
        String figures = outcome.measured() + "; longest pause of the process " + pauses.longestMillis() + " ms";
        new PrintStream(System.out, true, UTF_8).println((outcome.met() ? MET : SHORT) + figures);
        System.exit(0);
    }

    /**
     * The storms of a list.
     *
     * @throws IllegalArgumentException if there is no such list
     */
    static List<List<Storm>> storms(String list) {
        return switch (list) {
            case "full" -> Storms.full();
            case "quick" -> Storms.quick();
            default -> throw new IllegalArgumentException("--storm takes \"full\" or \"quick\", not " + list);
        };
    }

    /** Runs a storm elsewhere and waits for it, within bounds. */
    static Outcome run(String list, URI server, int group, int number) throws IOException, InterruptedException {
        ProcessBuilder java = ServerProcess.java(
                StormProcess.class, list, server.toString(), Integer.toString(group), Integer.toString(number));
        java.command().add(1, HEAP);
        Process process = java.start();
        try {
            if (!process.waitFor(LONGEST.toNanos(), TimeUnit.NANOSECONDS)) {
                return new Outcome(false, "not over after " + LONGEST.toSeconds() + " s");
            }
            String line = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
            boolean met = line.startsWith(MET);
            return met || line.startsWith(SHORT)
                    ? new Outcome(met, line.substring(line.indexOf(' ') + 1))
                    : new Outcome(false, "broke off with status " + process.exitValue());
        } finally {
            process.destroyForcibly();
        }
    }
}
