package fr.passerelle.sharedpace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.passerelle.ratelimit.Quota;
import fr.passerelle.sharedpace.Phase.Received;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PhaseTest {

    private static final Instant START = Instant.parse("2026-11-28T20:30:00Z");

    @Test
    void aWindowCountsBothItsEnds() {
        Phase phase = phase(0, 0, 10, 19, 20, 31);

        assertThat(phase.mostIn(Duration.ofSeconds(10))).isEqualTo(3);
        assertThat(phase.mostIn(Duration.ofSeconds(9))).isEqualTo(2);
    }

    @Test
    void anEmptyPhaseHasNoWindowWithCalls() {
        assertThat(phase().mostIn(Duration.ofSeconds(10))).isZero();
    }

    @Test
    void tellsHowMuchOfTheQuotaWasUsed() {
        Phase phase = phase(IntStream.range(0, 9).toArray());

        assertThat(phase.used(new Quota(6, Duration.ofSeconds(20)))).isCloseTo(0.75, within(1e-9));
    }

    @Test
    void tellsWhoDidHowMuch() {
        Phase phase = phase(1, 2, 4, 6);

        assertThat(phase.part(0)).isEqualTo(0.75);
        assertThat(phase.part(1)).isEqualTo(0.25);
    }

    @Test
    void countsWhatWasRefused() {
        Phase phase = new Phase(Duration.ofSeconds(40), List.of(new Received(START, 0, 429)));

        assertThat(Phase.of(List.of(phase, phase(1), phase)).refused()).isEqualTo(2);
    }

    @Test
    void severalPhasesAreOne() {
        Phase all = Phase.of(List.of(phase(1, 2), phase(3)));

        assertThat(all.length()).isEqualTo(Duration.ofSeconds(80));
        assertThat(all.calls()).hasSize(3);
    }

    /** Calls at these seconds of 40; the odd ones by the second process. */
    private static Phase phase(int... seconds) {
        return new Phase(
                Duration.ofSeconds(40),
                IntStream.of(seconds)
                        .mapToObj(second -> new Received(START.plusSeconds(second), second % 2, 200))
                        .toList());
    }
}
