package fr.passerelle.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPacingTest {

    private static final Duration MINUTE = Duration.ofSeconds(60);
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final VirtualTime time = new VirtualTime();
    private final LocalPacing pacing = new LocalPacing(LocalPacing.CALLS, LocalPacing.PERIOD, time::nanos);

    @Test
    void letsTheFirstEighteenThroughAtOnce() {
        for (int i = 0; i < 18; i++) {
            assertThat(pacing.reserve(Duration.ZERO)).contains(Duration.ZERO);
        }
        assertThat(pacing.reserve(Duration.ZERO)).isEmpty();
    }

    @Test
    void takesNoTurnWhenTheWaitIsTooLong() {
        exhaust();
        for (int i = 0; i < 1_000; i++) {
            assertThat(pacing.reserve(Duration.ofSeconds(1))).isEmpty();
        }

        assertThat(pacing.reserve(AN_HOUR))
                .hasValueSatisfying(wait -> assertThat(wait).isLessThanOrEqualTo(LocalPacing.PERIOD));
    }

    /** Bursts, lulls and impatient callers by seed: whatever they do, no window of 60 s holds more than 198 calls. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void noMinuteHoldsMoreThan198Calls(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Long> departures = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            Duration patience = random.nextInt(10) == 0 ? Duration.ofMillis(random.nextInt(2_000)) : AN_HOUR;
            Optional<Duration> wait = pacing.reserve(patience);
            wait.ifPresent(turn -> departures.add(time.nanos() + turn.toNanos()));
            if (random.nextInt(4) == 0) {
                time.pass(Duration.ofMillis(random.nextInt(random.nextInt(50) == 0 ? 90_000 : 900)));
            }
        }
        departures.sort(null);

        int from = 0;
        for (int to = 0; to < departures.size(); to++) {
            while (departures.get(to) - departures.get(from) > MINUTE.toNanos()) {
                from++;
            }
            assertThat(to - from + 1).isLessThanOrEqualTo(198);
        }
        assertThat(departures).hasSizeGreaterThan(2_000);
    }

    @Test
    void refusesNonsense() {
        assertThatThrownBy(() -> new LocalPacing(0, MINUTE, time::nanos)).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> new LocalPacing(1, Duration.ZERO, time::nanos)).hasMessageContaining("positive");
    }

    private void exhaust() {
        for (int i = 0; i < LocalPacing.CALLS; i++) {
            assertThat(pacing.reserve(Duration.ZERO)).isPresent();
        }
    }
}
