package fr.passerelle.sandbox.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.sandbox.http.Answer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final AtomicLong nanos = new AtomicLong(-5);
    private final Pace pace = new Pace(nanos::get);

    @Test
    void hasNoLimitAtFirst() {
        for (int i = 0; i < 1000; i++) {
            assertThat(pace.refusal("key")).isEmpty();
        }
    }

    @Test
    void admitsSoManyCallsInAnySixtySeconds() {
        pace.limit(2, false);
        assertThat(pace.refusal("key")).isEmpty();
        seconds(30);
        assertThat(pace.refusal("key")).isEmpty();
        seconds(29);
        assertThat(pace.refusal("key")).isPresent();
        seconds(1);
        assertThat(pace.refusal("key")).isEmpty();
        assertThat(pace.refusal("key")).isPresent();
        seconds(30);
        assertThat(pace.refusal("key")).isEmpty();
    }

    @Test
    void countsEachKeyByItself() {
        pace.limit(1, false);
        assertThat(pace.refusal("one")).isEmpty();
        assertThat(pace.refusal("two")).isEmpty();
        assertThat(pace.refusal("one")).isPresent();
    }

    @Test
    void saysHowLongToWaitOnlyWhenAsked() {
        pace.limit(1, false);
        assertThat(pace.refusal("key")).isEmpty();
        assertThat(pace.refusal("key").map(Answer::headers).orElseThrow()).isEmpty();

        pace.limit(1, true);
        assertThat(pace.refusal("key")).isEmpty();
        seconds(10);
        var refusal = pace.refusal("key").orElseThrow();

        assertThat(refusal.status()).isEqualTo(429);
        assertThat(refusal.headers()).containsEntry("Retry-After", "50");
        assertThat(refusal.bytes()).asString().startsWith("{\"global\":[\"");
    }

    private void seconds(long seconds) {
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }
}
