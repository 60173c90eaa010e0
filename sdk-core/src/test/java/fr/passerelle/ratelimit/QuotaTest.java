package fr.passerelle.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotaTest {

    private static final Duration MINUTE = Duration.ofSeconds(60);

    @Test
    void thePartnerApisIsFilledTo96PercentAndNeverBeyond99() {
        assertThat(Quota.PARTNER_API.burst()).isEqualTo(3);
        assertThat(Quota.PARTNER_API.spread()).isEqualTo(192);
        assertThat(Quota.PARTNER_API.interval())
                .isEqualTo(Duration.ofMillis(312).plusNanos(500_000));
    }

    @Test
    void keepsAMarginOfTwo() {
        assertThat(IntStream.rangeClosed(4, 10_000).mapToObj(calls -> new Quota(calls, MINUTE)))
                .allMatch(quota -> quota.burst() >= 1
                        && quota.spread() >= 1
                        && quota.burst() + quota.spread() + 2 <= quota.calls());
    }

    static IntStream quotas() {
        return IntStream.of(3, 24, 60, 99, 200, 201, 600, 1_663);
    }

    @ParameterizedTest
    @MethodSource("quotas")
    void sharesTogetherStayWithinTheWhole(int calls) {
        Quota whole = new Quota(calls, MINUTE);

        assertThat(IntStream.rangeClosed(1, calls / 3)).allMatch(processes -> {
            Quota share = whole.share(processes);
            return processes * (share.burst() + share.spread()) < whole.calls()
                    && processes * share.spread() <= whole.spread();
        });
    }

    @Test
    void refusesNonsense() {
        assertThatThrownBy(() -> new Quota(2, MINUTE)).hasMessageContaining("at least 3");
        assertThatThrownBy(() -> new Quota(3, Duration.ZERO)).hasMessageContaining("above zero");
        assertThatThrownBy(() -> new Quota(3, Duration.ofDays(2))).hasMessageContaining("at most a day");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 67})
    void refusesASharingThatLeavesNothing(int processes) {
        assertThatThrownBy(() -> Quota.PARTNER_API.share(processes)).hasMessageContaining("by 1 to 66 processes");
    }
}
