package fr.passerelle.benchmarks.storm;

import fr.passerelle.benchmarks.server.Counts;
import fr.passerelle.benchmarks.storm.Storm.Outcome;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.model.value.Countermark;
import fr.passerelle.passculture.PassCultureClient;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** What a person waits for, while bulk calls queue. */
final class LaneStorms {

    private static final Countermark COUNTERMARK = Countermark.of("ABC234");
    private static final Duration BETWEEN_USES = Duration.ofSeconds(1);
    private static final long A_SECOND = TimeUnit.SECONDS.toMillis(1);

    /** What part of the time the bulk has before: a JVM that starts beside ten others is slow for another reason. */
    private static final int HEAD_START = 8;

    /** Longer than the queue, so that it stays one. */
    private static final RequestOptions PATIENT =
            RequestOptions.builder().callTimeout(Duration.ofMinutes(10)).build();

    private LaneStorms() {}

    static Storm besideFutures(int bulk, Duration time) {
        return storm(bulk + " queued futures", time, client -> Futures.reads(bulk, client));
    }

    static Storm besideThreads(int bulk, Duration time) {
        return storm(
                bulk + " queued threads",
                time,
                client -> Futures.of(
                        bulk,
                        () -> onThread(() -> client.attributes().with(PATIENT).showTypes())));
    }

    private static CompletableFuture<?> onThread(Runnable call) {
        return CompletableFuture.runAsync(call, Callers::daemon);
    }

    private static Storm storm(String bulk, Duration time, Function<PassCultureClient, Futures> queue) {
        return new Storm(
                "two lanes: bookings().use(...) beside " + bulk,
                "each within 1 s, as a future too; at most 198 in the fullest 60 s, none fails",
                server -> {
                    PassCultureClient client = server.client().build();
                    Futures queued = queue.apply(client);
                    queued.await(time.dividedBy(HEAD_START));
                    long slowest = 0;
                    long slowestFuture = 0;
                    int uses = 0;
                    for (long end = System.nanoTime() + time.toNanos(); end - System.nanoTime() > 0; uses += 2) {
                        slowest =
                                Math.max(slowest, millis(() -> client.bookings().use(COUNTERMARK)));
                        slowestFuture = Math.max(
                                slowestFuture,
                                millis(() -> client.bookings()
                                        .async()
                                        .use(COUNTERMARK)
                                        .join()));
                    }
                    Counts counts = server.counts();
                    boolean met = slowest <= A_SECOND
                            && slowestFuture <= A_SECOND
                            && queued.failed() == 0
                            && counts.mostInAMinute() <= QuotaStorms.MOST
                            && counts.refused() == 0;
                    String times = uses + " uses, the slowest " + slowest + " ms, as a future " + slowestFuture + " ms";
                    return new Outcome(
                            met, times + "; bulk: " + queued + "; " + counts.mostInAMinute() + " in the fullest 60 s");
                });
    }

    /** How long it takes; after a pause, so that most permits are left for the bulk. */
    private static long millis(Runnable use) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(BETWEEN_USES.toNanos());
        long start = System.nanoTime();
        use.run();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }
}
