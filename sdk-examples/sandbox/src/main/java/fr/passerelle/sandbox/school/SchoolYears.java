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
 * included, to September 1st 2026 excluded. By default the year that holds "now", and the next one.
 */
public final class SchoolYears {

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
