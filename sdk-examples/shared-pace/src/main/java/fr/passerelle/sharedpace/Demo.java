package fr.passerelle.sharedpace;

import fr.passerelle.commandline.vendor.ApiKey;
import fr.passerelle.ratelimit.Quota;
import fr.passerelle.sandbox.Sandbox;
import fr.passerelle.sandbox.SandboxProvider;
import fr.passerelle.sandbox.SandboxVenue;
import fr.passerelle.sandbox.traffic.Journal;
import fr.passerelle.sharedpace.Phase.Received;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Two processes, each a JVM of its own, with one key and one Redis, which goes and comes back. */
final class Demo implements AutoCloseable {

    static final int PROCESSES = 2;

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration LONGEST_START = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration LONGER_THAN_A_WINDOW = Duration.ofSeconds(1);

    /** What happens to the Redis, in this order. */
    enum Scene {
        /** It is there. */
        THERE,
        /** It was killed. */
        GONE,
        /** It was started again, with nothing in it. */
        BACK
    }

    private final Sandbox sandbox;
    private final RedisServer redis;
    private final Quota quota;
    private final List<SandboxVenue> venues;
    private final List<Process> processes = new ArrayList<>();

    /** Sets the stage; the processes begin with the first phase. */
    Demo(Sandbox sandbox, RedisServer redis, Quota quota) throws IOException {
        this.sandbox = sandbox;
        this.redis = redis;
        this.quota = quota;
        SandboxProvider vendor = sandbox.provider();
        // One each: the journal names no process, but the venue that was read.
        venues = IntStream.range(0, PROCESSES)
                .mapToObj(i -> sandbox.linkedVenue(vendor))
                .toList();
        sandbox.quota(Math.toIntExact(quota.calls() * MINUTE.dividedBy(quota.window())));
        for (SandboxVenue venue : venues) {
            processes.add(start(vendor, venue));
        }
    }

    private Process start(SandboxProvider vendor, SandboxVenue venue) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "work",
                "--base-url=" + sandbox.baseUrl(),
                "--siret=" + venue.siret(),
                "--redis=" + redis.url(),
                "--processes=" + PROCESSES,
                "--calls=" + quota.calls(),
                "--window=" + quota.window().toSeconds());
        builder.environment().put(ApiKey.VARIABLE, vendor.apiKey());
        return builder.inheritIO().redirectInput(ProcessBuilder.Redirect.PIPE).start();
    }

    /**
     * Plays all scenes, each a little longer than a window.
     *
     * @param begins told of each scene when it begins
     * @return what the programme received in each
     * @throws IllegalStateException if a process ended, or did not begin to call
     */
    Map<Scene, Phase> play(Consumer<Scene> begins) throws IOException, InterruptedException {
        awaitFirstCalls();
        Map<Scene, Phase> played = new EnumMap<>(Scene.class);
        Instant start = sandbox.clock().now();
        for (Scene scene : Scene.values()) {
            begins.accept(scene);
            switch (scene) {
                case THERE -> {}
                case GONE -> redis.kill();
                case BACK -> redis.restart();
            }
            Thread.sleep(quota.window().plus(LONGER_THAN_A_WINDOW).toMillis());
            // Where one scene ends the next begins: no call is left out.
            Instant end = sandbox.clock().now();
            played.put(scene, new Phase(Duration.between(start, end), received(start, end)));
            start = end;
            checkProcesses();
        }
        return played;
    }

    private void awaitFirstCalls() throws InterruptedException {
        Instant end = Instant.now().plus(LONGEST_START);
        while (processes.size() > calling()) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("a process does not call");
            }
            checkProcesses();
            Thread.sleep(LOOK.toMillis());
        }
    }

    private long calling() {
        return received(Instant.MIN, Instant.MAX).stream()
                .mapToInt(Received::process)
                .distinct()
                .count();
    }

    private void checkProcesses() {
        if (!processes.stream().allMatch(Process::isAlive)) {
            throw new IllegalStateException("a process ended");
        }
    }

    private List<Received> received(Instant from, Instant to) {
        List<Received> calls = new ArrayList<>();
        for (Journal.Entry entry : sandbox.journal().entries()) {
            int process = process(entry);
            if (process >= 0 && !entry.at().isBefore(from) && entry.at().isBefore(to)) {
                calls.add(new Received(entry.at(), process, Objects.requireNonNullElse(entry.status(), 0)));
            }
        }
        return calls;
    }

    /** Who read this venue; -1 if it is none of ours. */
    private int process(Journal.Entry entry) {
        return IntStream.range(0, PROCESSES)
                .filter(i -> entry.path().endsWith(venues.get(i).siret()))
                .findFirst()
                .orElse(-1);
    }

    /** Ends the processes. */
    @Override
    public void close() {
        processes.forEach(Process::destroy);
        processes.forEach(process -> process.onExit().join());
    }
}
