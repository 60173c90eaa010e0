package fr.passerelle.invitationsserver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Kills servers on one database, one after the other, while clients write, and looks at what is left each time. */
final class Killing implements AutoCloseable {

    private static final int LANES = 4;
    private static final Duration LEASE = Duration.ofSeconds(31);
    private static final long USUAL_NANOS = 20_000_000;

    /** A kill falls somewhere between the start of a write and twice the time that it last took. */
    private static final int AS_LONG_AGAIN = 2;

    /** Where kills hit a kind of write. */
    static final class Hits {
        private int before;
        private int after;

        @Override
        public String toString() {
            return "before its commit " + before + ", after it " + after;
        }
    }

    private final String database;
    private final Random random;
    private final String operatorKey;
    private final KillLane.Acknowledged acknowledged = new KillLane.Acknowledged();
    private final Map<String, Hits> hits = new TreeMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(LANES);
    private KilledServer server;
    private Instant now = Instant.parse("2026-10-05T08:00:00Z");
    private long feed;
    private int kills;
    private int idle;

    Killing(String database, long seed) throws IOException {
        this.database = database;
        this.random = new Random(seed);
        this.server = KilledServer.start(database, now);
        this.operatorKey = server.firstKey();
    }

    /** Every write once, with nobody killed: each row of the table is the write that it says. */
    void undisturbed() throws IOException {
        SmallSeason season = season();
        for (Map.Entry<String, EveryWrite.Row> row : EveryWrite.TABLE.entrySet()) {
            KillLane lane = new KillLane(server, season, acknowledged, true);
            List<String> operations = new ArrayList<>();
            lane.watch(operations::add);
            row.getValue().on(lane);
            assertThat(operations).contains(row.getKey());
        }
        assertThat(server.jobs()).isPositive();
        assertThat(server.jobs()).isZero();
    }

    private SmallSeason season() throws IOException {
        SmallSeason season = new SmallSeason(operatorKey, now, made -> new KillLane(server, made, acknowledged, true));
        now = season.now();
        server.now(now);
        return season;
    }

    /** Kills the server while this kind of write is under way, and others are too. */
    void kill(String kind) throws Exception {
        SmallSeason season = season();
        List<KillLane> lanes = new ArrayList<>();
        boolean jobs = kind.equals(KillTest.JOBS);
        CountDownLatch begun = new CountDownLatch(1);
        List<Future<?>> busy = new ArrayList<>();
        server.work();
        for (int i = 0; i < LANES; i++) {
            KillLane lane = new KillLane(server, season, acknowledged, i == 0);
            List<String> order = new ArrayList<>(EveryWrite.TABLE.keySet());
            Collections.shuffle(order, random);
            if (i == 0) {
                // The first one does at once what the kill is aimed at.
                lane.watch(operation -> {
                    if (jobs || operation.equals(kind)) {
                        begun.countDown();
                    }
                });
                if (order.remove(kind)) {
                    order.add(0, kind);
                }
            }
            lanes.add(lane);
            busy.add(threads.submit(() -> write(lane, order)));
        }
        assertThat(begun.await(2, TimeUnit.MINUTES)).isTrue();
        long usual = acknowledged.nanos.getOrDefault(kind, USUAL_NANOS);
        LockSupport.parkNanos((long) (random.nextDouble() * AS_LONG_AGAIN * usual));
        server.kill();
        for (Future<?> each : busy) {
            each.get(2, TimeUnit.MINUTES);
        }
        pickUp(lanes);
    }

    /** Kills the server at every look at the clock that this kind of write takes: before its transaction, and in it. */
    void killAtEveryLook(String kind) throws Exception {
        boolean survived = false;
        for (int looks = 0; !survived; looks++) {
            int left = looks;
            KillLane lane = new KillLane(server, season(), acknowledged, true);
            lane.watch(operation -> {
                if (operation.equals(kind)) {
                    dieAfter(left);
                }
            });
            try {
                Objects.requireNonNull(EveryWrite.TABLE.get(kind)).on(lane);
                dieAfter(Integer.MAX_VALUE);
                survived = true;
            } catch (KillLane.Gone killed) {
                pickUp(List.of(lane));
            }
        }
    }

    private void dieAfter(int looks) {
        try {
            server.dieAfter(looks);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Looks at what is left, starts another server, and sends again what nobody knows of. */
    private void pickUp(List<KillLane> lanes) throws Exception {
        server.kill();
        kills++;
        Map<String, Integer> lost = lost(lanes);
        server = KilledServer.start(database, now);
        for (KillLane lane : lanes) {
            KillLane.Write write = lane.underWay();
            if (write != null) {
                sendAgain(write, lost.getOrDefault(write.key(), 0) > 0);
            }
        }
        // The one that was killed may have led the jobs: its lease runs out.
        now = now.plus(LEASE);
        server.now(now);
        server.jobs();
        assertThat(server.jobs()).isZero();
    }

    private static void write(KillLane lane, List<String> order) {
        try {
            while (true) {
                for (String kind : order) {
                    // What can be done only once was done, or the lane is another one.
                    Objects.requireNonNull(EveryWrite.TABLE.get(kind)).on(lane);
                }
            }
        } catch (KillLane.Gone killed) {
            // As it should be.
        }
    }

    /**
     * Holds what is left against the rules and against what was acknowledged.
     *
     * @return how often each write was done whose response nobody has
     */
    private Map<String, Integer> lost(List<KillLane> lanes) throws SQLException {
        assertThat(StoredBooks.faults(database)).as("kill %s", kills).isEmpty();
        Map<String, Integer> done = StoredBooks.done(database);
        Map<String, Integer> unknown = new TreeMap<>();
        for (KillLane lane : lanes) {
            KillLane.Write write = lane.underWay();
            if (write == null) {
                idle++;
            } else {
                unknown.merge(write.key(), 1, Integer::sum);
            }
        }
        Map<String, Integer> lost = new TreeMap<>();
        TreeSet<String> keys = new TreeSet<>(done.keySet());
        keys.addAll(acknowledged.counts.keySet());
        for (String key : keys) {
            int beyond = done.getOrDefault(key, 0) - acknowledged.counts.getOrDefault(key, 0);
            assertThat(beyond).as("%s in the audit log", key).isBetween(0, unknown.getOrDefault(key, 0));
            if (beyond > 0) {
                lost.put(key, beyond);
                // From here on it counts as known.
                acknowledged.counts.merge(key, beyond, Integer::sum);
            }
        }
        unknown.forEach((key, count) -> {
            Hits hit = hits.computeIfAbsent(key.substring(0, key.indexOf(' ')), none -> new Hits());
            int after = lost.getOrDefault(key, 0);
            hit.after += after;
            hit.before += count - after;
        });
        return lost;
    }

    /** The client's retry. Sent a second time it is the same, and the feed tells nothing of it. */
    private void sendAgain(KillLane.Write write, boolean wasDone) {
        long before = feed();
        Api.Result retry = write.send(server);
        long between = feed();
        Api.Result again = write.send(server);
        assertThat(retry.status()).as(write.key() + " " + retry.text()).isBetween(200, 299);
        assertThat(again.status()).isBetween(200, 299);
        assertThat(again.text()).isEqualTo(retry.text());
        assertThat(feed()).as(write.key()).isEqualTo(between);
        if (wasDone) {
            assertThat(between).as(write.key()).isEqualTo(before);
        }
        acknowledged.add(write, USUAL_NANOS);
        acknowledged.add(write, USUAL_NANOS);
    }

    /** Reads on to the end of the feed: each number once, and none missing. */
    private long feed() {
        JsonNode changes;
        do {
            changes = server.api(operatorKey)
                    .get("/v1/changes?limit=1000&after=" + feed)
                    .body()
                    .path("changes");
            for (JsonNode change : changes) {
                assertThat(change.path("sequence").asLong()).isEqualTo(feed + 1);
                feed++;
            }
        } while (!changes.isEmpty());
        return feed;
    }

    /** What was sent again is in the books once. */
    void end() throws Exception {
        feed();
        server.kill();
        assertThat(lost(List.of())).isEmpty();
    }

    /** Kinds of writes of which nobody knew whether they were done. */
    Map<String, Hits> hits() {
        return hits;
    }

    @Override
    public void close() {
        server.kill();
        threads.shutdownNow();
    }

    @Override
    public String toString() {
        int before = hits.values().stream().mapToInt(hit -> hit.before).sum();
        int after = hits.values().stream().mapToInt(hit -> hit.after).sum();
        StringBuilder text = new StringBuilder(kills + " kills: " + before + " writes before their commit, " + after
                + " after it with the response lost, " + idle + " clients between two writes\n");
        hits.forEach((kind, hit) -> text.append(kind).append(": ").append(hit).append('\n'));
        return text.toString();
    }
}
