package fr.passerelle.benchmarks.storm;

import fr.passerelle.benchmarks.storm.Storm.Outcome;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.ratelimit.Quota;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** Whatever a user does to a future or to a stage that depends on it, the server sees the call end. */
final class CancelStorms {

    private static final long A_SECOND = TimeUnit.SECONDS.toMillis(1);
    private static final int QUEUED = 20;
    /** Each gives the stage that its user holds then. */
    private static final Map<String, UnaryOperator<CompletableFuture<?>>> WAYS = ways();

    private CancelStorms() {}

    private static Map<String, UnaryOperator<CompletableFuture<?>>> ways() {
        Map<String, UnaryOperator<CompletableFuture<?>>> ways = new LinkedHashMap<>();
        ways.put("cancel", CancelStorms::cancelled);
        ways.put("orTimeout", future -> future.orTimeout(1, TimeUnit.MILLISECONDS));
        ways.put("completeOnTimeout", CancelStorms::completeSoon);
        ways.put("cancel of a dependent stage", future -> cancelled(future.thenApply(String::valueOf)));
        return ways;
    }

    private static CompletableFuture<?> cancelled(CompletableFuture<?> stage) {
        stage.cancel(true);
        return stage;
    }

    @SuppressWarnings("NullAway") // nobody looks at the value
    private static <T> CompletableFuture<T> completeSoon(CompletableFuture<T> future) {
        return future.completeOnTimeout(null, 1, TimeUnit.MILLISECONDS);
    }

    static Storm all() {
        return new Storm(
                "futures: " + String.join(", ", WAYS.keySet()),
                "each ends the call at the server within 1 s; of " + QUEUED + " cancelled ones no queued one arrives",
                server -> {
                    List<String> figures = new ArrayList<>();
                    boolean met = true;
                    for (Map.Entry<String, UnaryOperator<CompletableFuture<?>>> way : WAYS.entrySet()) {
                        String key = server.key() + "-" + figures.size();
                        long millis = millisToTheEnd(server, key, way.getValue());
                        met &= millis <= A_SECOND;
                        figures.add(way.getKey() + " " + (millis == Long.MAX_VALUE ? "never" : millis + " ms"));
                    }
                    int arrived = arrivedAfterCancelling(server, server.key() + "-queued");
                    figures.add(arrived + " queued ones arrived");
                    return new Outcome(met && arrived == 0, String.join(", ", figures));
                });
    }

    private static long millisToTheEnd(Server server, String key, UnaryOperator<CompletableFuture<?>> way)
            throws IOException {
        PassCultureClient client = server.client("/late/20000", key).build();
        CompletableFuture<?> future = client.attributes().async().showTypes();
        server.arrived(key, 1);
        long start = System.nanoTime();
        CompletableFuture<?> stage = way.apply(future);
        boolean ended = server.abandoned(key, 1).abandoned() == 1 && stage.isDone();
        return ended ? TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) : Long.MAX_VALUE;
    }

    private static int arrivedAfterCancelling(Server server, String key) throws IOException, InterruptedException {
        Futures all = Futures.reads(QUEUED, server.client("", key).build());
        int before = server.arrived(key, Quota.PARTNER_API.burst()).arrived();
        all.cancel();
        TimeUnit.SECONDS.sleep(1);
        return server.arrived(key, 0).arrived() - before;
    }
}
