package fr.passerelle.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {

    @Test
    void isFourInFiveOfAHundredUnlessToldOtherwise() {
        assertThat(CircuitBreaker.DEFAULT).isEqualTo(new CircuitBreaker(true, 80, 100, 50, Duration.ofSeconds(10), 5));
        assertThat(CircuitBreaker.off().enabled()).isFalse();
    }

    @Test
    void theMinimumIsHalfOfTheWindowUnlessToldOtherwise() {
        assertThat(CircuitBreaker.builder().window(1).build().minimumRequests()).isEqualTo(1);
        assertThat(CircuitBreaker.builder().window(20).build().minimumRequests())
                .isEqualTo(10);
    }

    @Test
    void saysWhichOptionIsOutOfWhichBounds() {
        refuses(
                CircuitBreaker.builder().failureRate(0),
                "circuitBreaker: failureRate must be between 1 and 100, not 0");
        refuses(CircuitBreaker.builder().failureRate(101), "failureRate must be between 1 and 100, not 101");
        refuses(CircuitBreaker.builder().window(0), "window must be between 1 and 10000, not 0");
        refuses(CircuitBreaker.builder().window(10_001), "window must be between 1 and 10000, not 10001");
        refuses(
                CircuitBreaker.builder().window(5).minimumRequests(6),
                "minimumRequests must be between 1 and 5, not 6");
        refuses(CircuitBreaker.builder().minimumRequests(0), "minimumRequests must be between 1 and 100, not 0");
        refuses(CircuitBreaker.builder().waitTime(Duration.ZERO), "waitTime must be above zero and at most one day");
        refuses(CircuitBreaker.builder().trials(0), "trials must be between 1 and 1000, not 0");
    }

    private static void refuses(CircuitBreaker.Builder options, String message) {
        assertThatThrownBy(options::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
