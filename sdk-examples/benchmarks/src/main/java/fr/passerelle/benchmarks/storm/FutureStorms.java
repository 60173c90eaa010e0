package fr.passerelle.benchmarks.storm;

import fr.passerelle.benchmarks.server.Counts;
import fr.passerelle.benchmarks.storm.Storm.Outcome;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.ratelimit.Quota;
import fr.passerelle.ratelimit.RateLimiter;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Many calls as futures. */
final class FutureStorms {

    private FutureStorms() {}

    /** Thousands at once with the default quota, of which the first have their permit while we look. */
    static Storm defaults(int futures, Duration time) {
        return new Storm(
                "futures: " + count(futures) + " at once, default options, " + StormProcess.HEAP,
                "none fails in " + time.toSeconds() + " s, at most 198 in the fullest 60 s",
                server -> {
                    Futures all = Futures.reads(futures, server.client().build());
                    all.await(time);
                    Counts counts = server.counts();
                    boolean met = all.failed() == 0 && all.done() > 0 && counts.mostInAMinute() <= QuotaStorms.MOST;
                    return new Outcome(met, all + "; " + counts.mostInAMinute() + " in the fullest 60 s");
                });
    }

    /** Thousands at once with a quota that lets all of them leave, the last ones long after the default deadline. */
    static Storm untilTheLast(int futures, int callsAMinute, Duration time) {
        return new Storm(
                "futures: " + count(futures) + " at once, " + count(callsAMinute) + " a minute, " + StormProcess.HEAP,
                "all done within " + time.toSeconds() + " s, none fails",
                server -> {
                    PassCultureClient client = server.client("/unlimited", server.key())
                            .rateLimiter(RateLimiter.of(new Quota(callsAMinute, Duration.ofMinutes(1))))
                            .build();
                    return allDone(Futures.reads(futures, client), time);
                });
    }

    /** A client for each tenant, and a crowd of futures on the threads that they share. */
    static Storm tenants(int tenants, int futures, Duration time) {
        return new Storm(
                "futures: " + tenants + " tenants with " + futures + " each, on the shared threads",
                "all done within " + time.toSeconds() + " s, none fails",
                server -> {
                    Futures all = new Futures(IntStream.range(0, tenants)
                            .mapToObj(i ->
                                    server.client("", server.key() + "-" + i).build())
                            .flatMap(client -> Futures.reads(futures, client).all().stream())
                            .<CompletableFuture<?>>map(future -> future)
                            .toList());
                    return allDone(all, time);
                });
    }

    private static Outcome allDone(Futures all, Duration time) throws InterruptedException {
        long start = System.nanoTime();
        all.await(time);
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
        return new Outcome(all.allDone(), all + " in " + seconds + " s");
    }

    private static String count(int number) {
        return number < 1000 ? "" + number : number / 1000 + " " + String.format("%03d", number % 1000);
    }
}
