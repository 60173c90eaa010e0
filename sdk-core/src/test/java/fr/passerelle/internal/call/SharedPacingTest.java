package fr.passerelle.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.client.Pacing;
import fr.passerelle.client.Quota;
import fr.passerelle.client.Turn;
import fr.passerelle.internal.call.Callers.Departure;
import fr.passerelle.internal.call.Callers.Habit;
import fr.passerelle.pacing.BucketPacing;
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
class SharedPacingTest {

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
        SharedPacing alone = pacing(4);
        store.fail();

        List<Long> moments =
                Callers.moments(new Callers(time, 1).add(8, Habit.BUSY, alone).run(Duration.ofMinutes(5)));

        assertThat(Callers.mostIn(QUOTA.window(), moments)).isBetween(44, QUOTA.calls() / 4);
    }

    @Test
    void theShareBeginsWhenNoTurnOfTheStoreIsGoodAnyMore() {
        SharedPacing one = pacing(2);
        SharedPacing other = pacing(2);
        time.pass(LULL);
        Turn stored = one.reserve(LONG).orElseThrow();
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
    void aTurnOfAShareIsVoidOnceTheStoreAnswers() {
        SharedPacing pacing = pacing(2);
        Turn own = aloneWithATurn(pacing);
        assertThat(own.holds()).isTrue();

        store.comeBackEmpty();
        time.pass(LEASE);

        assertThat(own.holds()).isFalse();
    }

    @Test
    void asksALostStoreOncePerLeaseAtMost() {
        SharedPacing pacing = pacing(2);
        store.fail();
        int before = store.asked;

        new Callers(time, 1).add(50, Habit.BUSY, pacing).run(Duration.ofSeconds(10));

        assertThat(store.asked - before).isBetween(10, 1 + 20);
    }

    @Test
    void usesTheStoreAsSoonAsItAnswers() {
        SharedPacing pacing = pacing(2);
        aloneWithATurn(pacing);
        store.comeBackEmpty();

        assertThat(busyWindow(pacing)).hasSizeGreaterThan(180);
    }

    @Test
    void a429HalvesThePaceOfItsProcess() {
        SharedPacing pacing = pacing(2);
        pacing.throttled(Duration.ofSeconds(1));

        assertThat(busyWindow(pacing)).hasSizeBetween(90, 186 / 2);
    }

    @Test
    void twentyCallsThatTheServerTookGiveThePaceBack() {
        SharedPacing pacing = pacing(2);
        pacing.throttled(Duration.ofSeconds(1));
        IntStream.range(0, 20).forEach(i -> pacing.admitted());

        assertThat(busyWindow(pacing)).hasSizeGreaterThan(180);
    }

    @Test
    void aTurnFarAheadIsAskedForAgain() {
        SharedPacing pacing = pacing(2);
        IntStream.range(0, 30).forEach(i -> assertThat(store.reserve(LONG)).isPresent());

        Turn turn = pacing.reserve(LONG).orElseThrow();

        assertThat(turn.delay()).isEqualTo(Duration.ofMillis(250));
        assertThat(turn.holds()).isFalse();
        assertThat(pacing.reserve(Duration.ofMillis(200))).isEmpty();
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
        assertThatThrownBy(() -> pacing(100))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("processes, not 100");
    }

    private List<Long> busyWindow(SharedPacing pacing) {
        return Callers.moments(new Callers(time, 1).add(8, Habit.BUSY, pacing).run(QUOTA.window()));
    }

    private Turn aloneWithATurn(SharedPacing pacing) {
        store.fail();
        Turn turn = pacing.reserve(LONG).orElseThrow();
        while (!turn.holds()) {
            time.pass(turn.delay());
            turn = pacing.reserve(LONG).orElseThrow();
        }
        return turn;
    }

    private List<Departure> run(int processes, Habit habit, Duration duration) {
        return callers(processes, habit, 1).run(duration);
    }

    private Callers callers(int processes, Habit habit, long seed) {
        Callers callers = new Callers(time, seed);
        for (int i = 0; i < processes; i++) {
            callers.add(4, habit, pacing(processes));
        }
        return callers;
    }

    private SharedPacing pacing(int processes) {
        return new SharedPacing(store, QUOTA, processes, time::nanos);
    }

    /** What all processes reach, or none. */
    private final class Store implements Pacing {

        private Pacing pace = fresh();
        private boolean up = true;
        private int asked;

        private Pacing fresh() {
            return new BucketPacing(Buckets.fresh(QUOTA, time));
        }

        @Override
        public Optional<Turn> reserve(Duration atMost) {
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
