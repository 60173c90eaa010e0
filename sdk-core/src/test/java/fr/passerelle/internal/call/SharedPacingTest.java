package fr.passerelle.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.client.Pacing;
import fr.passerelle.client.Quota;
import fr.passerelle.client.Turn;
import fr.passerelle.internal.call.Callers.Departure;
import fr.passerelle.internal.call.Callers.Habit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    private final VirtualTime time = new VirtualTime();
    private final Store store = new Store();

    @Test
    void processesShareTheWholeQuota() {
        List<Departure> left = run(2, Habit.BUSY, Duration.ofMinutes(11));

        List<Long> last10Minutes = Callers.moments(left).stream()
                .filter(moment -> moment >= Duration.ofMinutes(1).toNanos())
                .toList();
        assertThat(last10Minutes).hasSizeGreaterThanOrEqualTo(1_900);
    }

    @Test
    void withoutTheStoreEachKeepsToItsShare() {
        SharedPacing alone = pacing(4);
        store.up = false;

        List<Long> moments =
                Callers.moments(new Callers(time, 1).add(8, Habit.BUSY, alone).run(Duration.ofMinutes(5)));

        assertThat(Callers.mostIn(QUOTA.window(), moments)).isBetween(40, QUOTA.calls() / 4);
    }

    @Test
    void turnsOfALostPaceAreVoid() {
        SharedPacing pacing = pacing(2);
        Turn before = pacing.reserve(LONG).orElseThrow();
        assertThat(before.holds()).isTrue();

        store.up = false;
        Turn after = pacing.reserve(LONG).orElseThrow();

        assertThat(before.holds()).isFalse();
        assertThat(after.holds()).isTrue();
    }

    @Test
    void asksTheStoreAgainAfterAWindowAndKeepsToItsShareForTwoMore() {
        SharedPacing pacing = pacing(2);
        store.up = false;
        Turn alone = pacing.reserve(LONG).orElseThrow();
        store.up = true;
        int asked = store.asked;

        time.pass(QUOTA.window().minusNanos(1));
        assertThat(pacing.reserve(LONG)).isPresent();
        assertThat(store.asked).isEqualTo(asked);
        assertThat(alone.holds()).isTrue();

        time.pass(Duration.ofNanos(1));
        assertThat(pacing.reserve(LONG)).isPresent();
        assertThat(store.asked).isEqualTo(asked + 1);
        assertThat(alone.holds()).isFalse();

        List<Long> moments =
                Callers.moments(new Callers(time, 1).add(8, Habit.BUSY, pacing).run(QUOTA.window()));
        assertThat(moments).hasSizeBetween(80, QUOTA.calls() / 2);
    }

    @Test
    void aTurnFarAheadIsAskedForAgain() {
        SharedPacing pacing = pacing(2);
        IntStream.range(0, 30).forEach(i -> assertThat(store.reserve(LONG)).isPresent());

        Turn turn = pacing.reserve(LONG).orElseThrow();

        assertThat(turn.delay()).isEqualTo(Duration.ofSeconds(5));
        assertThat(turn.holds()).isFalse();
        assertThat(pacing.reserve(Duration.ofSeconds(1))).isEmpty();
    }

    static Stream<Arguments> outages() {
        return Stream.of(Habit.values())
                .flatMap(habit -> IntStream.of(1, 2, 3, 7).mapToObj(processes -> Arguments.of(habit, processes)));
    }

    /** It goes and comes back empty, three times: no storm, whatever the callers do and whoever notices when. */
    @ParameterizedTest
    @MethodSource("outages")
    void noStormWhenTheStoreComesAndGoes(Habit habit, int processes) {
        for (long seed = 1; seed <= 5; seed++) {
            Callers callers = callers(processes, habit, seed);
            for (int minute : List.of(3, 6, 9)) {
                callers.after(Duration.ofMinutes(minute).plusSeconds(seed * 7), store::fail);
                callers.after(Duration.ofMinutes(minute + 1).plusSeconds(seed * 11), store::comeBackEmpty);
            }

            List<Long> moments = Callers.moments(callers.run(Duration.ofMinutes(14)));

            assertThat(Callers.mostIn(QUOTA.window(), moments)).isLessThanOrEqualTo(QUOTA.calls() * 5 / 4);
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

        private final List<LocalPacing> pace = new ArrayList<>(List.of(new LocalPacing(QUOTA, time::nanos)));
        private boolean up = true;
        private int asked;

        @Override
        public Optional<Turn> reserve(Duration atMost) {
            asked++;
            if (!up) {
                throw new IllegalStateException("connection refused");
            }
            return pace.get(0).reserve(atMost);
        }

        void fail() {
            up = false;
        }

        void comeBackEmpty() {
            up = true;
            pace.set(0, new LocalPacing(QUOTA, time::nanos));
        }
    }
}
