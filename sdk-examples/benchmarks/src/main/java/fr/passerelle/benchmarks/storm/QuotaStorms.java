package fr.passerelle.benchmarks.storm;

import fr.passerelle.benchmarks.server.Counts;
import fr.passerelle.benchmarks.storm.Storm.Outcome;
import fr.passerelle.http.Environment;
import fr.passerelle.passculture.PassCultureClient;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;

/** How many calls reach the server in the fullest sixty seconds, whatever happens to the client. */
final class QuotaStorms {

    /** What the SDK promises never to exceed. */
    static final int MOST = 198;
    /** 96 % of the quota, which it promises to use. */
    private static final int USABLE = 192;

    private static final Duration STAND_STILL_AFTER = Duration.ofSeconds(40);
    private static final Duration STAND_STILL = Duration.ofSeconds(20);
    private static final Duration SLOW_LOOK_UP = Duration.ofSeconds(3);
    private static final int CALLS_OF_A_CLIENT = 5;

    private QuotaStorms() {}

    /** So many threads and one client, and nothing else. */
    static Storm calm(int threads, Duration time) {
        return new Storm(
                "quota: " + threads + (threads == 1 ? " thread" : " threads") + ", cold JVM",
                "192 to 198 in the fullest 60 s, no 429, no call fails",
                server -> {
                    PassCultureClient client = server.client().build();
                    Callers callers = Callers.run(threads, time, read(client));
                    Counts counts = server.counts();
                    return outcome(counts, callers, counts.mostInAMinute() >= USABLE);
                });
    }

    /** The first calls wait for a name to be looked up. */
    static Storm slowLookUp(int threads, Duration time) {
        return storm("first DNS look-up takes 3 s", threads, server -> {
            URI named = URI.create("http://server.test:" + server.url().getPort());
            PassCultureClient client = server.client()
                    .environment(Environment.of(named.toString()))
                    .okHttpClient(new OkHttpClient.Builder()
                            .dns(Disturbance.slowFirstLookUp(SLOW_LOOK_UP))
                            .build())
                    .build();
            return outcome(server, Callers.run(threads, time, read(client)));
        });
    }

    /** The process does not run for a while. */
    static Storm standStill(int threads, Duration time) {
        return storm("the process stands still for 20 s", threads, server -> {
            PassCultureClient client = server.client().build();
            Disturbance.standStill(STAND_STILL_AFTER, STAND_STILL);
            return outcome(server, Callers.run(threads, time, read(client)));
        });
    }

    /** Others want the processor. */
    static Storm busy(int threads, Duration time) {
        return storm("busy machine, cold JVM", threads, server -> {
            Disturbance.keepTheMachineBusy();
            PassCultureClient client = server.client().build();
            return outcome(server, Callers.run(threads, time, read(client)));
        });
    }

    /** Several clients with one key. */
    static Storm severalClients(int clients, int threads, Duration time) {
        return storm(clients + " clients with one key", threads, server -> {
            IntConsumer[] calls = IntStream.range(0, clients)
                    .mapToObj(i -> read(server.client().build()))
                    .toArray(IntConsumer[]::new);
            return outcome(server, Callers.run(threads, time, thread -> calls[thread % clients].accept(thread)));
        });
    }

    /** A client for every few calls. */
    static Storm remadeClients(int threads, Duration time) {
        return storm("a new client for every 5 calls", threads, server -> {
            Runnable[] calls = IntStream.range(0, threads)
                    .mapToObj(i -> new Remade(server))
                    .toArray(Runnable[]::new);
            return outcome(server, Callers.run(threads, time, thread -> calls[thread].run()));
        });
    }

    /** Calls with one client after another. */
    private static final class Remade implements Runnable {

        private final Server server;
        private PassCultureClient client;
        private int calls;

        Remade(Server server) {
            this.server = server;
            client = server.client().build();
        }

        @Override
        public void run() {
            if (++calls % CALLS_OF_A_CLIENT == 0) {
                client.close();
                client = server.client().build();
            }
            client.attributes().showTypes();
        }
    }

    /** The server refuses all calls for a while: another process has used the quota up. */
    static Storm afterThrottling(Duration refusing, int threads, Duration time) {
        return new Storm(
                "quota: only 429s for " + refusing.toSeconds() + " s, " + threads + " threads",
                "at most 198 in the fullest 60 s, no call fails within 1 s",
                server -> {
                    PassCultureClient client = server.client("/crowded/" + refusing.toMillis(), server.key())
                            .build();
                    Callers callers = Callers.run(threads, time, read(client));
                    Counts counts = server.counts();
                    boolean met = counts.mostInAMinute() <= MOST && callers.noneFailedAtOnce();
                    return new Outcome(met, figures(counts, callers));
                });
    }

    /** The first seconds, for a look at the rate where there is no time for a minute. */
    static Storm firstSeconds(int threads, Duration time) {
        long most = 3 + time.toMillis() * USABLE / TimeUnit.MINUTES.toMillis(1) + 1;
        return new Storm(
                "pace: " + threads + " threads, the first " + time.toSeconds() + " s",
                "at most " + most + " calls, none fails",
                server -> {
                    PassCultureClient client = server.client().build();
                    Callers callers = Callers.run(threads, time, read(client));
                    Counts counts = server.counts();
                    return new Outcome(
                            counts.arrived() <= most && callers.noneFailed(),
                            counts.arrived() + " arrived; " + callers);
                });
    }

    private static Storm storm(String what, int threads, Storm.Scenario scenario) {
        return new Storm(
                "quota: " + what + ", " + threads + " threads",
                "at most 198 in the fullest 60 s, no 429, no call fails",
                scenario);
    }

    static IntConsumer read(PassCultureClient client) {
        return thread -> client.attributes().showTypes();
    }

    private static Outcome outcome(Server server, Callers callers) throws Exception {
        return outcome(server.counts(), callers, true);
    }

    private static Outcome outcome(Counts counts, Callers callers, boolean enough) {
        boolean met = enough && counts.mostInAMinute() <= MOST && counts.refused() == 0 && callers.noneFailed();
        return new Outcome(met, figures(counts, callers));
    }

    private static String figures(Counts counts, Callers callers) {
        return counts.mostInAMinute() + " in the fullest 60 s, " + counts.refused() + " × 429; " + callers;
    }
}
