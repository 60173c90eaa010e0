package fr.passerelle.model.invitation.figures;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import fr.passerelle.model.invitation.Period;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleViolationException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A quarter of the calendar of Paris: the unit of the declaration (sibil 3) and of published figures (invitations 7).
 *
 * @param year such as 2026
 * @param number 1 to 4
 */
public record Quarter(int year, int number) implements Comparable<Quarter> {

    /** The declaration is due before this day of the month that follows the quarter (sibil 1). */
    private static final int DUE_BEFORE_DAY = 10;

    private static final Pattern FORM = Pattern.compile("([0-9]{4})-Q([0-9])");

    /**
     * Checks the number.
     *
     * @throws RuleViolationException if the number is not 1 to 4, or the year is not one of four digits
     */
    public Quarter {
        new RuleCheck()
                .range("year", (long) year, 1_000, 9_999)
                .range("quarter", (long) number, 1, 4)
                .raise();
    }

    /** The quarter that this moment falls in. */
    public static Quarter of(Instant at) {
        LocalDate first = Period.QUARTER.firstDay(at);
        return new Quarter(first.getYear(), (first.getMonthValue() + 2) / 3);
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException if it is not of the form {@code 2026-Q4}
     * @throws RuleViolationException if the number is not 1 to 4
     */
    @JsonCreator
    public static Quarter parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a quarter: write one as 2026-Q4");
        }
        return new Quarter(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /** Its first day. */
    public LocalDate firstDay() {
        return LocalDate.of(year, 3 * number - 2, 1);
    }

    /** Its last day. */
    public LocalDate lastDay() {
        return firstDay().plusMonths(3).minusDays(1);
    }

    /** The day before which its performances are declared. */
    public LocalDate declaredBefore() {
        return firstDay().plusMonths(3).withDayOfMonth(DUE_BEFORE_DAY);
    }

    /** The one after it. */
    public Quarter next() {
        return number == 4 ? new Quarter(year + 1, 1) : new Quarter(year, number + 1);
    }

    /** Whether it is over at this moment. */
    public boolean hasEnded(Instant at) {
        return at.atZone(Period.PARIS).toLocalDate().isAfter(lastDay());
    }

    @Override
    public int compareTo(Quarter other) {
        return firstDay().compareTo(other.firstDay());
    }

    /** Such as {@code 2026-Q4}. */
    @Override
    @JsonValue
    public String toString() {
        return year + "-Q" + number;
    }
}
