package fr.passerelle.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PromptRateLimiterTest {

    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(20);

    private final CountDownLatch hanging = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();

    @AfterEach
    void letGo() {
        hanging.countDown();
    }

    @Test
    void givesTheTurnsOfTheOther() {
        Permit permit = Permit.in(Duration.ofSeconds(3));

        assertThat(new PromptRateLimiter(atMost -> Optional.of(permit), LONG).reserve(LONG))
                .contains(permit);
        assertThat(new PromptRateLimiter(atMost -> Optional.empty(), LONG).reserve(LONG))
                .isEmpty();
    }

    @Test
    void throwsWhatTheOtherThrows() {
        PromptRateLimiter rateLimiter = new PromptRateLimiter(
                atMost -> {
                    throw new UnsupportedOperationException("no store");
                },
                LONG);

        assertThatThrownBy(() -> rateLimiter.reserve(LONG)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void givesUpOnAStoreThatHangs() {
        assertThatThrownBy(() -> new PromptRateLimiter(this::hang, SHORT).reserve(LONG))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no response within 20 ms");
    }

    @Test
    void neverLeavesMoreThanFourHanging() {
        PromptRateLimiter rateLimiter = new PromptRateLimiter(this::hang, SHORT);

        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> rateLimiter.reserve(LONG)).isInstanceOf(IllegalStateException.class);
        }

        assertThat(asked).hasValue(4);
    }

    @Test
    void anInterruptedCallerKeepsItsFlag() {
        Thread.currentThread().interrupt();

        assertThat(new PromptRateLimiter(atMost -> Optional.empty(), LONG).reserve(LONG))
                .isEmpty();

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void tellsTheOtherWhatTheServerSays() {
        List<String> told = new ArrayList<>();
        PromptRateLimiter rateLimiter = new PromptRateLimiter(
                new RateLimiter() {
                    @Override
                    public Optional<Permit> reserve(Duration atMost) {
                        return Optional.empty();
                    }

                    @Override
                    public void throttled(Duration hold) {
                        told.add("throttled " + hold);
                    }

                    @Override
                    public void admitted() {
                        told.add("admitted");
                    }
                },
                LONG);

        rateLimiter.throttled(Duration.ofSeconds(2));
        rateLimiter.admitted();

        assertThat(told).containsExactly("throttled PT2S", "admitted");
    }

    private Optional<Permit> hang(Duration atMost) {
        asked.incrementAndGet();
        try {
            hanging.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }
}
