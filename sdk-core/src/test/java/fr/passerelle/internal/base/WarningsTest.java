package fr.passerelle.internal.base;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.log.CapturedLogs;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WarningsTest {

    private final AtomicLong nanos = new AtomicLong();
    private final Warnings warnings = new Warnings(WarningsTest.class.getName(), nanos::get);

    @Test
    void tellsACauseOnceAMinuteAndHowOftenItHappenedMeanwhile() {
        warnings.warn("a", "It is late");
        warnings.warn("a", "It is late");
        warnings.warn("b", "It rains");
        nanos.addAndGet(TimeUnit.MINUTES.toNanos(1));
        warnings.warn("a", "It is late");

        assertThat(CapturedLogs.lines())
                .filteredOn(line -> line.logger().equals(WarningsTest.class.getName()))
                .extracting(CapturedLogs.Line::text)
                .containsExactly("It is late", "It rains", "It is late (1 times more since this was last told)");
    }
}
