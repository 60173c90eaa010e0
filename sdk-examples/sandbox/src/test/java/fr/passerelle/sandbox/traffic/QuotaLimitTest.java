package fr.passerelle.sandbox.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.sandbox.http.Response;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class QuotaLimitTest {

    private final AtomicLong nanos = new AtomicLong(-5);
    private final QuotaLimit quota = new QuotaLimit(nanos::get);

    @Test
    void hasNoLimitAtFirst() {
        for (int i = 0; i < 1000; i++) {
            assertThat(quota.refusal("key")).isEmpty();
        }
    }

    @Test
    void admitsSoManyCallsInAnySixtySeconds() {
        quota.limit(2, false);
        assertThat(quota.refusal("key")).isEmpty();
        seconds(30);
        assertThat(quota.refusal("key")).isEmpty();
        seconds(29);
        assertThat(quota.refusal("key")).isPresent();
        seconds(1);
        assertThat(quota.refusal("key")).isEmpty();
        assertThat(quota.refusal("key")).isPresent();
        seconds(30);
        assertThat(quota.refusal("key")).isEmpty();
    }

    @Test
    void countsEachKeyByItself() {
        quota.limit(1, false);
        assertThat(quota.refusal("one")).isEmpty();
        assertThat(quota.refusal("two")).isEmpty();
        assertThat(quota.refusal("one")).isPresent();
    }

    @Test
    void saysHowLongToWaitOnlyWhenAsked() {
        quota.limit(1, false);
        assertThat(quota.refusal("key")).isEmpty();
        assertThat(quota.refusal("key").map(Response::headers).orElseThrow()).isEmpty();

        quota.limit(1, true);
        assertThat(quota.refusal("key")).isEmpty();
        seconds(10);
        var refusal = quota.refusal("key").orElseThrow();

        assertThat(refusal.status()).isEqualTo(429);
        assertThat(refusal.headers()).containsEntry("Retry-After", "50");
        assertThat(refusal.bytes()).asString().startsWith("{\"global\":[\"");
    }

    private void seconds(long seconds) {
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }
}
