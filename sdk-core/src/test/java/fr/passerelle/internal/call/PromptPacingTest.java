package fr.passerelle.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.client.Pacing;
import fr.passerelle.client.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PromptPacingTest {

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
        Turn turn = Turn.in(Duration.ofSeconds(3));

        assertThat(new PromptPacing(atMost -> Optional.of(turn), LONG).reserve(LONG))
                .contains(turn);
        assertThat(new PromptPacing(atMost -> Optional.empty(), LONG).reserve(LONG))
                .isEmpty();
    }

    @Test
    void throwsWhatTheOtherThrows() {
        PromptPacing pacing = new PromptPacing(
                atMost -> {
                    throw new UnsupportedOperationException("no store");
                },
                LONG);

        assertThatThrownBy(() -> pacing.reserve(LONG)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void givesUpOnAStoreThatHangs() {
        assertThatThrownBy(() -> new PromptPacing(this::hang, SHORT).reserve(LONG))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no answer within 20 ms");
    }

    @Test
    void neverLeavesMoreThanFourHanging() {
        PromptPacing pacing = new PromptPacing(this::hang, SHORT);

        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> pacing.reserve(LONG)).isInstanceOf(IllegalStateException.class);
        }

        assertThat(asked).hasValue(4);
    }

    @Test
    void anInterruptedCallerKeepsItsFlag() {
        Thread.currentThread().interrupt();

        assertThat(new PromptPacing(atMost -> Optional.empty(), LONG).reserve(LONG))
                .isEmpty();

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void tellsTheOtherWhatTheServerSays() {
        List<String> told = new ArrayList<>();
        PromptPacing pacing = new PromptPacing(
                new Pacing() {
                    @Override
                    public Optional<Turn> reserve(Duration atMost) {
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

        pacing.throttled(Duration.ofSeconds(2));
        pacing.admitted();

        assertThat(told).containsExactly("throttled PT2S", "admitted");
    }

    private Optional<Turn> hang(Duration atMost) {
        asked.incrementAndGet();
        try {
            hanging.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }
}
