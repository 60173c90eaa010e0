package fr.passerelle.ratelimit.bucket4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.passerelle.internal.call.Buckets;
import fr.passerelle.internal.call.Callers;
import fr.passerelle.internal.call.Callers.Habit;
import fr.passerelle.internal.call.VirtualTime;
import fr.passerelle.ratelimit.Quota;
import java.time.Duration;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BucketRateLimiterTest {

    private static final Quota QUOTA = Quota.PARTNER_API;
    private static final Duration INTERVAL = Duration.ofNanos(60_000_000_000L / 186);
    private static final Duration LULL = Duration.ofMinutes(2);
    private static final Offset<Long> ROUNDED = within(2L);

    private final VirtualTime time = new VirtualTime();
    private final Bucket4jRateLimiter rateLimiter = new Bucket4jRateLimiter(Buckets.fresh(QUOTA, time));

    @Test
    void aNewBucketHasNoBurst() {
        assertThat(rateLimiter.reserve(Duration.ZERO)).isEmpty();
        assertThat(delay().toNanos()).isCloseTo(INTERVAL.toNanos(), ROUNDED);
    }

    @Test
    void afterALullTheBurstIsAtOnceAndTheRestAtIntervals() {
        time.pass(LULL);
        for (int i = 0; i < QUOTA.burst(); i++) {
            assertThat(delay()).isZero();
        }
        assertThat(delay().toNanos()).isCloseTo(INTERVAL.toNanos(), ROUNDED);
        assertThat(delay().toNanos()).isCloseTo(INTERVAL.multipliedBy(2).toNanos(), ROUNDED);
    }

    @Test
    void takesNoTurnWhenTheWaitIsTooLong() {
        for (int i = 0; i < 100; i++) {
            assertThat(rateLimiter.reserve(Duration.ofMillis(100))).isEmpty();
        }
        assertThat(delay().toNanos()).isCloseTo(INTERVAL.toNanos(), ROUNDED);
    }

    @Test
    void aCallerWithoutPatienceTakesWhatIsThere() {
        time.pass(LULL);
        assertThat(rateLimiter.reserve(Duration.ZERO)).isPresent();
    }

    @ParameterizedTest
    @EnumSource(Habit.class)
    void noMinuteHoldsMoreThanTheQuota(Habit habit) {
        List<Long> moments = Callers.moments(new Callers(time, 7)
                .add(8, habit, rateLimiter)
                .add(8, Habit.MOODY, rateLimiter)
                .run(Duration.ofMinutes(10)));

        assertThat(moments).isNotEmpty();
        assertThat(Callers.mostIn(QUOTA.window(), moments)).isLessThanOrEqualTo(QUOTA.calls());
    }

    private Duration delay() {
        return rateLimiter.reserve(Duration.ofHours(1)).orElseThrow().delay();
    }
}
