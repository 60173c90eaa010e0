package fr.passerelle.invitationsserver;

import fr.passerelle.invitationsserver.programme.Programme;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.LoggerFactory;

/** A server in a process of its own, that can be killed. It is told what time it is, and when to do its jobs. */
final class KilledServer {

    private static final Duration BETWEEN_JOBS = Duration.ofMillis(5);

    private static final class MortalClock extends TestClock {

        private final AtomicInteger looksLeft = new AtomicInteger(Integer.MAX_VALUE);

        MortalClock(Instant now) {
            super(now);
        }

        @Override
        public Instant instant() {
            if (looksLeft.getAndDecrement() == 0) {
                Runtime.getRuntime().halt(1);
            }
            return super.instant();
        }
    }

    private final Process process;
    private final BufferedReader out;
    private final PrintWriter in;
    private final URI baseUrl;
    private final String firstKey;

    private KilledServer(Process process) throws IOException {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
        this.in = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        this.firstKey = line("key ");
        this.baseUrl = URI.create(line("at "));
    }

    static KilledServer start(String database, Instant now) throws IOException {
        return new KilledServer(new ProcessBuilder(command(List.of(), database, now))
                .redirectErrorStream(true)
                .start());
    }

    /** One that logs all that it can, into a file. */
    static KilledServer startLogging(String database, Instant now, Path log) throws IOException {
        return new KilledServer(
                new ProcessBuilder(command(List.of("-Dorg.slf4j.simpleLogger.defaultLogLevel=trace"), database, now))
                        .redirectError(log.toFile())
                        .start());
    }

    private static List<String> command(List<String> options, String database, Instant now) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(options);
        command.addAll(List.of(KilledServer.class.getName(), database, now.toString()));
        return command;
    }

    private String line(String start) throws IOException {
        StringBuilder told = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(start)) {
                return line.substring(start.length());
            }
            told.append(line).append('\n');
        }
        throw new IOException("the server said nothing like \"" + start + "\": " + told);
    }

    Api api(String key) {
        return new Api(baseUrl, key);
    }

    /** The operator's first key; empty if this start did not make the programme. */
    String firstKey() {
        return firstKey;
    }

    /** Moves its clock. */
    void now(Instant now) throws IOException {
        in.println("now " + now);
        line("done ");
    }

    /** Does all that is due; how many steps that were. */
    int jobs() throws IOException {
        in.println("jobs");
        return Integer.parseInt(line("done "));
    }

    /** From now on it does its jobs again and again. */
    void work() throws IOException {
        in.println("work");
        line("done ");
    }

    /** It kills itself when it looks at its clock once more than so many times. */
    void dieAfter(int looks) throws IOException {
        in.println("die " + looks);
        line("done ");
    }

    /** Kills it, and waits until it is gone. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** The process: {@code <database> <now>}, then commands line by line. It ends with whoever started it. */
    public static void main(String[] arguments) throws IOException {
        MortalClock clock = new MortalClock(Instant.parse(arguments[1]));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        InvitationsServer server = InvitationsServer.start(new InvitationsServer.Options(
                "127.0.0.1", 0, arguments[0], 8, 100_000, 100_000, Duration.ZERO, Programme.Settings.DEFAULT, clock));
        LoggerFactory.getLogger(KilledServer.class).trace("started");
        out.println("key " + server.firstKey().map(key -> key.value()).orElse(""));
        out.println("at " + server.baseUrl());
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals("jobs")) {
                out.println("done " + jobs(server));
            } else if (line.equals("work")) {
                Thread jobs = new Thread(() -> work(server));
                jobs.setDaemon(true);
                jobs.start();
                out.println("done ");
            } else if (line.startsWith("die ")) {
                clock.looksLeft.set(Integer.parseInt(line.substring("die ".length())));
                out.println("done ");
            } else {
                clock.set(Instant.parse(line.substring("now ".length())));
                out.println("done ");
            }
        }
        server.close();
    }

    private static int jobs(InvitationsServer server) {
        return server.runJobs() + server.deliver();
    }

    private static void work(InvitationsServer server) {
        while (true) {
            jobs(server);
            LockSupport.parkNanos(BETWEEN_JOBS.toNanos());
        }
    }
}
