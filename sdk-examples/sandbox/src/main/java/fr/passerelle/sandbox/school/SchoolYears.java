package fr.passerelle.sandbox.school;

import java.time.Instant;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The school years the platform knows, each named by its first calendar year: 2025 runs from September 1st 2025, UTC,
 * included, to August 31st 2026 at 23:59:59 included: the rest of that second belongs to no year. By default the year
 * that holds "now", and the next one.
 */
public final class SchoolYears {

    /** From one nanosecond after 23:59:59 on, adding this reaches the next day. */
    private static final long REST_OF_THE_LAST_SECOND = 999_999_999;

    private final Supplier<Instant> now;
    private @Nullable Set<Integer> years;

    SchoolYears(Supplier<Instant> now) {
        this.now = now;
    }

    /** The school year a moment falls in, known or not. */
    public static int of(Instant moment) {
        OffsetDateTime utc = moment.atOffset(ZoneOffset.UTC);
        return utc.getMonth().compareTo(Month.SEPTEMBER) < 0 ? utc.getYear() - 1 : utc.getYear();
    }

    /** Whether the platform knows the school year of a moment. */
    public boolean cover(Instant moment) {
        if (of(moment) != of(moment.plusNanos(REST_OF_THE_LAST_SECOND))) {
            return false;
        }
        int year = of(moment);
        if (years != null) {
            return years.contains(year);
        }
        int current = of(now.get());
        return year == current || year == current + 1;
    }

    /** Replaces the years the platform knows. */
    public void set(List<Integer> firstCalendarYears) {
        years = Set.copyOf(firstCalendarYears);
    }

    void clear() {
        years = null;
    }
}
