package fr.passerelle.model.invitation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;

/** A stretch of the calendar of Paris over which places are counted. */
public enum Period {
    /** A month. */
    MONTH,
    /** January to March, and so on. */
    QUARTER,
    /** A season: September to August. */
    SEASON,
    /** A year. */
    YEAR;

    /** The clock of the programme and of the declaration (sibil 3). */
    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** The first day of the period that this moment falls in. */
    public LocalDate firstDay(Instant at) {
        LocalDate day = at.atZone(PARIS).toLocalDate();
        return switch (this) {
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
            case SEASON ->
                LocalDate.of(day.getMonthValue() >= 9 ? day.getYear() : day.getYear() - 1, Month.SEPTEMBER, 1);
            case YEAR -> LocalDate.of(day.getYear(), 1, 1);
        };
    }

    /** The last day of the period that this moment falls in. */
    public LocalDate lastDay(Instant at) {
        LocalDate first = firstDay(at);
        return switch (this) {
            case MONTH -> first.plusMonths(1).minusDays(1);
            case QUARTER -> first.plusMonths(3).minusDays(1);
            case SEASON, YEAR -> first.plusYears(1).minusDays(1);
        };
    }
}
