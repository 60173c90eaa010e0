package fr.passerelle.model.invitation.figures;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.model.Violations;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class QuarterTest {

    @Test
    void turnsAtMidnightInParis() {
        assertThat(Quarter.of(Instant.parse("2026-12-31T22:59:59Z"))).isEqualTo(new Quarter(2026, 4));
        assertThat(Quarter.of(Instant.parse("2026-12-31T23:00:00Z"))).isEqualTo(new Quarter(2027, 1));
        assertThat(Quarter.of(Instant.parse("2026-06-30T22:00:00Z"))).isEqualTo(new Quarter(2026, 3));
    }

    @Test
    void hasALastDayAndADayBeforeWhichItIsDeclared() {
        assertThat(new Quarter(2026, 4).lastDay()).isEqualTo("2026-12-31");
        assertThat(new Quarter(2026, 4).declaredBefore()).isEqualTo("2027-01-10");
        assertThat(new Quarter(2028, 1).lastDay()).isEqualTo("2028-03-31");
        assertThat(new Quarter(2026, 4).next()).hasToString("2027-Q1");
    }

    @Test
    void isOverOnceItsLastDayIs() {
        assertThat(new Quarter(2026, 4).hasEnded(Instant.parse("2026-12-31T22:59:59Z")))
                .isFalse();
        assertThat(new Quarter(2026, 4).hasEnded(Instant.parse("2026-12-31T23:00:00Z")))
                .isTrue();
    }

    @Test
    void thereAreFour() {
        assertThat(Violations.of(() -> new Quarter(2026, 5))).containsExactly("quarter too_large 4");
    }
}
