package fr.passerelle.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.internal.call.Buckets;
import fr.passerelle.internal.call.Callers;
import fr.passerelle.internal.call.Callers.Departure;
import fr.passerelle.internal.call.Callers.Habit;
import fr.passerelle.internal.call.VirtualTime;
import fr.passerelle.ratelimit.bucket4j.Bucket4jRateLimiter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Several processes, one key, and a store that may be gone. */
class SharedRateLimiterTest {

    private static final Quota QUOTA = Quota.PARTNER_API;
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration LULL = Duration.ofMinutes(2);
    private static final Duration LEASE = Duration.ofMillis(500);

    private final VirtualTime time = new VirtualTime();
    private final Store store = new Store();

    @Test
    void processesShareTheWholeQuota() {
        List<Departure> left = run(2, Habit.BUSY, Duration.ofMinutes(11));

        List<Long> last10Minutes = Callers.moments(left).stream()
                .filter(moment -> moment >= Duration.ofMinutes(1).toNanos())
                .toList();
        assertThat(last10Minutes).hasSizeGreaterThanOrEqualTo(1_850);
    }

    @Test
    void withoutTheStoreEachKeepsToItsShare() {
        SharedRateLimiter alone = rateLimiter(4);
        store.fail();

        List<Long> moments =
                Callers.moments(new Callers(time, 1).add(8, Habit.BUSY, alone).run(Duration.ofMinutes(5)));

        assertThat(Callers.mostIn(QUOTA.window(), moments)).isBetween(44, QUOTA.calls() / 4);
    }

    @Test
    void theShareBeginsWhenNoTurnOfTheStoreIsGoodAnyMore() {
        SharedRateLimiter one = rateLimiter(2);
        SharedRateLimiter other = rateLimiter(2);
        time.pass(LULL);
        Permit stored = one.reserve(LONG).orElseThrow();
        store.fail();

        List<Long> alone = Callers.moments(new Callers(time, 1)
                .after(LEASE, () -> assertThat(stored.holds()).isTrue())
                .add(1, Habit.BUSY, other)
                .run(Duration.ofSeconds(2)));

        assertThat(alone.get(0))
                .isGreaterThan(time.nanos() - Duration.ofSeconds(2).minus(LEASE).toNanos());
        assertThat(stored.holds()).isFalse();
    }

    @Test
    void aTurnOfAShareIsVoidOnceTheStoreResponses() {
        SharedRateLimiter rateLimiter = rateLimiter(2);
        Permit own = aloneWithATurn(rateLimiter);
        assertThat(own.holds()).isTrue();

        store.comeBackEmpty();
        time.pass(LEASE);

        assertThat(own.holds()).isFalse();
    }

    @Test
    void asksALostStoreOncePerLeaseAtMost() {
        SharedRateLimiter rateLimiter = rateLimiter(2);
        store.fail();
        int before = store.asked;

        new Callers(time, 1).add(50, Habit.BUSY, rateLimiter).run(Duration.ofSeconds(10));

        assertThat(store.asked - before).isBetween(10, 1 + 20);
    }

    @Test
    void usesTheStoreAsSoonAsItResponses() {
        SharedRateLimiter rateLimiter = rateLimiter(2);
        aloneWithATurn(rateLimiter);
        store.comeBackEmpty();

        assertThat(busyWindow(rateLimiter)).hasSizeGreaterThan(180);
    }

    @Test
    void a429HalvesThePaceOfItsProcess() {
        SharedRateLimiter rateLimiter = rateLimiter(2);
        rateLimiter.throttled(Duration.ofSeconds(1));

        assertThat(busyWindow(rateLimiter)).hasSizeBetween(90, 186 / 2);
    }

    @Test
    void twentyCallsThatTheServerTookGiveThePaceBack() {
        SharedRateLimiter rateLimiter = rateLimiter(2);
        rateLimiter.throttled(Duration.ofSeconds(1));
        IntStream.range(0, 20).forEach(i -> rateLimiter.admitted());

        assertThat(busyWindow(rateLimiter)).hasSizeGreaterThan(180);
    }

    @Test
    void aTurnFarAheadIsAskedForAgain() {
        SharedRateLimiter rateLimiter = rateLimiter(2);
        IntStream.range(0, 30).forEach(i -> assertThat(store.reserve(LONG)).isPresent());

        Permit permit = rateLimiter.reserve(LONG).orElseThrow();

        assertThat(permit.delay()).isEqualTo(Duration.ofMillis(250));
        assertThat(permit.holds()).isFalse();
        assertThat(rateLimiter.reserve(Duration.ofMillis(200))).isEmpty();
    }

    static Stream<Arguments> outages() {
        return Stream.of(Habit.values())
                .flatMap(
                        habit -> IntStream.of(1, 2, 3, 6, 7, 20).mapToObj(processes -> Arguments.of(habit, processes)));
    }

    /** It goes and comes back, with what it kept or without: no storm, whatever callers do and whoever notices when. */
    @ParameterizedTest
    @MethodSource("outages")
    void noStormWhenTheStoreComesAndGoes(Habit habit, int processes) {
        for (long seed = 1; seed <= 5; seed++) {
            Callers callers = callers(processes, habit, seed);
            for (int minute : List.of(3, 6, 9)) {
                callers.after(Duration.ofMinutes(minute).plusSeconds(seed * 7), store::fail);
                callers.after(Duration.ofMinutes(minute + 1).plusSeconds(seed * 11), store::comeBackEmpty);
            }
            SplittableRandom random = new SplittableRandom(seed);
            for (int second = 12 * 60; second < 15 * 60; second += random.nextInt(2, 40)) {
                callers.after(Duration.ofSeconds(second), store.change(random.nextInt(3)));
            }

            List<Long> moments = Callers.moments(callers.run(Duration.ofMinutes(17)));

            assertThat(Callers.mostIn(QUOTA.window(), moments))
                    .isLessThanOrEqualTo(QUOTA.calls() + Math.max(0, processes - 6));
        }
    }

    @ParameterizedTest
    @MethodSource("outages")
    void noMinuteHoldsMoreThanTheQuotaWhileTheStoreIsThere(Habit habit, int processes) {
        List<Long> moments = Callers.moments(run(processes, habit, Duration.ofMinutes(10)));

        assertThat(Callers.mostIn(QUOTA.window(), moments)).isLessThanOrEqualTo(QUOTA.calls());
    }

    @Test
    void refusesMoreProcessesThanTheQuotaCanServe() {
        assertThatThrownBy(() -> rateLimiter(100))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("processes, not 100");
    }

    private List<Long> busyWindow(SharedRateLimiter rateLimiter) {
        return Callers.moments(
                new Callers(time, 1).add(8, Habit.BUSY, rateLimiter).run(QUOTA.window()));
    }

    private Permit aloneWithATurn(SharedRateLimiter rateLimiter) {
        store.fail();
        Permit permit = rateLimiter.reserve(LONG).orElseThrow();
        while (!permit.holds()) {
            time.pass(permit.delay());
            permit = rateLimiter.reserve(LONG).orElseThrow();
        }
        return permit;
    }

    private List<Departure> run(int processes, Habit habit, Duration duration) {
        return callers(processes, habit, 1).run(duration);
    }

    private Callers callers(int processes, Habit habit, long seed) {
        Callers callers = new Callers(time, seed);
        for (int i = 0; i < processes; i++) {
            callers.add(4, habit, rateLimiter(processes));
        }
        return callers;
    }

    private SharedRateLimiter rateLimiter(int processes) {
        return new SharedRateLimiter(store, QUOTA, processes, time::nanos);
    }

    /** What all processes reach, or none. */
    private final class Store implements RateLimiter {

        private RateLimiter pace = fresh();
        private boolean up = true;
        private int asked;

        private RateLimiter fresh() {
            return new Bucket4jRateLimiter(Buckets.fresh(QUOTA, time));
        }

        @Override
        public Optional<Permit> reserve(Duration atMost) {
            asked++;
            if (!up) {
                throw new IllegalStateException("connection refused");
            }
            return pace.reserve(atMost);
        }

        void fail() {
            up = false;
        }

        void comeBack() {
            up = true;
        }

        void comeBackEmpty() {
            up = true;
            pace = fresh();
        }

        Runnable change(int what) {
            return List.<Runnable>of(this::fail, this::comeBack, this::comeBackEmpty)
                    .get(what);
        }
    }
}
