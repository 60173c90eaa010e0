package fr.passerelle.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.internal.call.Callers;
import fr.passerelle.internal.call.Callers.Habit;
import fr.passerelle.internal.call.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LocalRateLimiterTest {

    private static final Quota QUOTA = Quota.PARTNER_API;
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final Duration INTERVAL = Duration.ofNanos(312_500_000);

    private final VirtualTime time = new VirtualTime();
    private final LocalRateLimiter rateLimiter = new LocalRateLimiter(QUOTA, time::nanos);

    @Test
    void threeLeaveAtOnceAndTheOthersOneByOne() {
        for (int i = 0; i < QUOTA.burst(); i++) {
            assertThat(delay()).isZero();
        }
        assertThat(delay()).isEqualTo(INTERVAL);
        assertThat(delay()).isEqualTo(INTERVAL.multipliedBy(2));
    }

    @Test
    void theBurstIsFreeAgainAfterALull() {
        exhaust();
        time.pass(Duration.ofSeconds(2));

        exhaust();

        assertThat(delay()).isPositive();
    }

    @Test
    void takesNoTurnWhenTheWaitIsTooLong() {
        exhaust();
        for (int i = 0; i < 1_000; i++) {
            assertThat(rateLimiter.reserve(Duration.ofMillis(100))).isEmpty();
        }

        assertThat(delay()).isEqualTo(INTERVAL);
    }

    static Stream<Arguments> crowds() {
        return Stream.of(Habit.values())
                .flatMap(habit -> IntStream.of(1, 8, 64).mapToObj(people -> Arguments.of(habit, people)));
    }

    /** Whatever people do, alone or many, no window of 60 s holds more than 198 calls; not even 429s change that. */
    @ParameterizedTest
    @MethodSource("crowds")
    void noMinuteHoldsMoreThan198Calls(Habit habit, int people) {
        for (long seed = 1; seed <= 5; seed++) {
            LocalRateLimiter own = new LocalRateLimiter(QUOTA, time::nanos);
            Callers callers = new Callers(time, seed)
                    .add(people, habit, own)
                    .add(people, Habit.MOODY, own)
                    .after(Duration.ofSeconds(90), () -> own.throttled(Duration.ofSeconds(1)))
                    .after(Duration.ofSeconds(91), () -> admit(own, 10))
                    .after(Duration.ofSeconds(95), () -> admit(own, 10));
            for (int minute = 0; minute < 10; minute++) {
                callers.after(Duration.ofSeconds(200 + minute * 7), () -> admit(own, 20));
                callers.after(Duration.ofSeconds(203 + minute * 31), () -> own.throttled(Duration.ofSeconds(2)));
            }

            List<Long> moments = Callers.moments(callers.run(Duration.ofMinutes(15)));

            assertThat(moments).hasSizeGreaterThan(20);
            assertThat(Callers.mostIn(QUOTA.window(), moments)).isLessThanOrEqualTo(198);
        }
    }

    /** Calls that take up to half a second longer than others on their way arrive closer together than they left. */
    @ParameterizedTest
    @EnumSource(Habit.class)
    void theMarginOfTwoIsForTheNetwork(Habit habit) {
        SplittableRandom network = new SplittableRandom(7);
        List<Long> left =
                Callers.moments(new Callers(time, 3).add(64, habit, rateLimiter).run(Duration.ofMinutes(30)));

        List<Long> arrived = left.stream()
                .map(moment -> moment + network.nextInt(500) * 1_000_000L)
                .sorted()
                .toList();

        assertThat(Callers.mostIn(QUOTA.window(), arrived)).isLessThanOrEqualTo(QUOTA.calls());
    }

    @ParameterizedTest
    @MethodSource("crowds")
    void busyPeopleGetNinetySixPercentOfTheQuotaInEveryMinute(Habit others, int people) {
        Callers callers = new Callers(time, 11).add(2, Habit.BUSY, rateLimiter).add(people, others, rateLimiter);
        long start = time.nanos();

        List<Long> moments = Callers.moments(callers.run(Duration.ofMinutes(10)));

        assertThat(IntStream.range(0, 10)
                        .mapToLong(minute -> moments.stream()
                                .filter(moment ->
                                        (moment - start) / QUOTA.window().toNanos() == minute)
                                .count()))
                .allMatch(count -> count >= 192);
    }

    @Test
    void a429HalvesThePaceDownToAQuarter() {
        rateLimiter.throttled(Duration.ofSeconds(1));
        assertThat(spacing()).isEqualTo(INTERVAL.multipliedBy(2));

        for (int i = 0; i < 5; i++) {
            rateLimiter.throttled(Duration.ofSeconds(1));
        }
        assertThat(spacing()).isEqualTo(INTERVAL.multipliedBy(4));
    }

    @Test
    void callsThatTheServerTakesBringThePaceBackStepByStep() {
        for (int i = 0; i < 3; i++) {
            rateLimiter.throttled(Duration.ofSeconds(1));
        }

        assertThat(Stream.generate(() -> {
                            admit(rateLimiter, 20);
                            return spacing();
                        })
                        .limit(4))
                .containsExactly(INTERVAL.multipliedBy(2), INTERVAL, INTERVAL, INTERVAL);
    }

    @Test
    void aNew429BeginsTheCountAgain() {
        rateLimiter.throttled(Duration.ofSeconds(1));
        admit(rateLimiter, 19);
        rateLimiter.throttled(Duration.ofSeconds(1));
        admit(rateLimiter, 19);

        assertThat(spacing()).isEqualTo(INTERVAL.multipliedBy(4));
    }

    @Test
    void nothingLeavesDuringAHoldAndNoBurstAfterIt() {
        rateLimiter.throttled(Duration.ofSeconds(60));

        assertThat(rateLimiter.reserve(Duration.ofSeconds(60))).isEmpty();
        assertThat(delay()).isEqualTo(Duration.ofSeconds(60).plus(INTERVAL));
        assertThat(delay()).isEqualTo(Duration.ofSeconds(60).plus(INTERVAL.multipliedBy(3)));
    }

    private Duration delay() {
        return rateLimiter.reserve(AN_HOUR).map(Permit::delay).orElseThrow();
    }

    /** Between two permits in a row. */
    private Duration spacing() {
        exhaust();
        Duration first = delay();
        return delay().minus(first);
    }

    private void exhaust() {
        for (int i = 0; i < QUOTA.burst(); i++) {
            assertThat(rateLimiter.reserve(AN_HOUR)).isPresent();
        }
    }

    private static void admit(LocalRateLimiter rateLimiter, int calls) {
        for (int i = 0; i < calls; i++) {
            rateLimiter.admitted();
        }
    }
}
