package fr.passerelle.counsellor.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as people in France and spreadsheets write them: {@code 14/05/2008} or {@code 2008-05-14}. */
public final class Dates {

    private static final String TIME = "(?:[T ]\\d{1,2}:\\d{2}.*)?";
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?<day>\\d{1,2})[/.-](?<month>\\d{1,2})[/.-](?<year>\\d{4})" + TIME);
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<year>\\d{4})[/.-](?<month>\\d{1,2})[/.-](?<day>\\d{1,2})" + TIME);

    private Dates() {}

    /** The day; empty if the text is none, or a day that no calendar has. A time of day after it is left aside. */
    public static Optional<LocalDate> parse(String text) {
        String stripped = text.strip();
        for (Pattern form : new Pattern[] {DAY_FIRST, YEAR_FIRST}) {
            Matcher found = form.matcher(stripped);
            if (found.matches()) {
                return day(number(found, "year"), number(found, "month"), number(found, "day"));
            }
        }
        return Optional.empty();
    }

    private static int number(Matcher found, String group) {
        return Integer.parseInt(found.group(group));
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
