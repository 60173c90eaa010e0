package fr.passerelle.benchmarks.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private final AtomicLong nanos =
            new AtomicLong(Long.MAX_VALUE - Duration.ofSeconds(90).toNanos());
    private final Arrivals arrivals = new Arrivals(nanos::get);

    @Test
    void countsTheFullestSixtySecondsWhereverTheyBegin() {
        arrive(1);
        pass(Duration.ofSeconds(40));
        arrive(5);
        pass(Duration.ofSeconds(30));
        arrive(7);
        pass(Duration.ofSeconds(50));
        arrive(2);

        assertThat(arrivals.counts()).isEqualTo(new Counts(15, 12, 0, 0));
    }

    @Test
    void aRequestSixtySecondsLaterIsInAnotherWindow() {
        arrive(1);
        pass(Duration.ofSeconds(60));
        arrive(1);

        assertThat(arrivals.counts().mostInAMinute()).isEqualTo(1);
    }

    @Test
    void isOverTheQuotaFromTheTwoHundredAndFirstOn() {
        arrive(199);

        assertThat(arrivals.arrive()).isTrue();
        assertThat(arrivals.arrive()).isFalse();
    }

    @Test
    void itsCountsCanBeSent() {
        Counts counts = new Counts(4, 3, 2, 1);

        assertThat(Counts.of(counts.line())).isEqualTo(counts);
    }

    private void arrive(int times) {
        for (int i = 0; i < times; i++) {
            arrivals.arrive();
        }
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
