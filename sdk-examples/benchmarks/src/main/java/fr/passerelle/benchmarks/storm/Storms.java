package fr.passerelle.benchmarks.storm;

import java.time.Duration;
import java.util.List;

/** All storms, in groups that run side by side. */
final class Storms {

    /** Two windows of the quota, and a little. */
    private static final Duration TWO_WINDOWS = Duration.ofSeconds(130);

    private static final Duration ONE_WINDOW = Duration.ofSeconds(75);
    private static final Duration QUICK = Duration.ofSeconds(5);
    private static final Duration CROWDED = Duration.ofSeconds(5);
    private static final Duration BOUND = Duration.ofSeconds(30);

    private Storms() {}

    /** Four to five minutes, most of which the windows of the quota take. */
    static List<List<Storm>> full() {
        return List.of(
                List.of(CancelStorms.all()),
                List.of(ClientStorms.threadsAndHeap(500)),
                List.of(FutureStorms.tenants(100, 18, BOUND)),
                List.of(
                        QuotaStorms.calm(1, TWO_WINDOWS),
                        QuotaStorms.calm(8, TWO_WINDOWS),
                        QuotaStorms.calm(64, TWO_WINDOWS),
                        QuotaStorms.slowLookUp(64, TWO_WINDOWS),
                        QuotaStorms.standStill(64, TWO_WINDOWS),
                        QuotaStorms.severalClients(4, 64, TWO_WINDOWS),
                        QuotaStorms.remadeClients(64, TWO_WINDOWS),
                        QuotaStorms.afterThrottling(CROWDED, 64, TWO_WINDOWS),
                        FutureStorms.defaults(2_000, TWO_WINDOWS),
                        FutureStorms.untilTheLast(2_000, 1_100, TWO_WINDOWS),
                        LaneStorms.besideFutures(300, ONE_WINDOW),
                        LaneStorms.besideThreads(300, ONE_WINDOW)),
                List.of(QuotaStorms.busy(8, ONE_WINDOW), QuotaStorms.busy(64, ONE_WINDOW)));
    }

    /** A few seconds, without windows of a minute. */
    static List<List<Storm>> quick() {
        return List.of(List.of(
                CancelStorms.all(),
                ClientStorms.threadsAndHeap(100),
                FutureStorms.tenants(20, 6, BOUND),
                FutureStorms.untilTheLast(300, 6_000, BOUND),
                QuotaStorms.firstSeconds(64, QUICK),
                LaneStorms.besideFutures(300, QUICK)));
    }
}
