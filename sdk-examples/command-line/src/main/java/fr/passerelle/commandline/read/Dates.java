package fr.passerelle.commandline.read;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Days as people in France, spreadsheets and programmes write them: {@code 14/05/2008}, {@code 14/05/08},
 * {@code 2008-05-14}, {@code 14-mai-2008}, {@code mercredi 14 mai 2008}, {@code 20080514}, {@code 39582},
 * {@code 2008-05-13T22:00:00Z}. A time of day behind the day is left aside; a weekday must be the right one.
 *
 * @param order what stands first where day and month are both numbers
 * @param today two digits of a year are of the century that does not put it after this day
 * @param zone where midnight of an instant falls
 */
public record Dates(Order order, LocalDate today, ZoneId zone) {

    /** Which of day and month stands first. */
    public enum Order {
        /** As in France. */
        DAY_FIRST,
        /** As in the United States. */
        MONTH_FIRST
    }

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** Where spreadsheets begin to count days, so that the days since March 1900 are right. */
    private static final LocalDate SPREADSHEET_EPOCH = LocalDate.of(1899, 12, 30);

    /** A day in numbers has no more characters: an instant has. */
    private static final int DAY_LENGTH = 10;

    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2100;

    private static final String TIME =
            "(?:(?:T|,? (?:à )?)[0-9]{1,2}(?::|h)[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?(?: ?[AP]M)?)?";
    private static final Pattern THREE_NUMBERS = Pattern.compile(
            "(?i)(?<first>[0-9]{1,2}) ?(?<mark>[/.\\- ]) ?(?<second>[0-9]{1,2}) ?\\k<mark> ?(?<year>[0-9]{4}|[0-9]{2})"
                    + TIME);
    private static final Pattern YEAR_FIRST = Pattern.compile(
            "(?i)(?<year>[0-9]{4})(?<mark>[/.-])(?<month>[0-9]{1,2})\\k<mark>(?<day>[0-9]{1,2})" + TIME);
    private static final Pattern INSTANT =
            Pattern.compile("(?i)[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]{1,9})?)?"
                    + "(?<offset>Z|[+-][0-9]{2}:?[0-9]{2})");
    private static final Pattern NAMED = Pattern.compile(
            "(?iU)(?:(?<weekday>\\p{L}+)\\.?,? )?(?:le )?(?<day>[0-9]{1,2})(?:er|st|nd|rd|th)?[ ./-]?(?<month>\\p{L}+)\\.?[ ,./-]*(?<year>[0-9]{4}|[0-9]{2})"
                    + TIME);
    private static final Pattern MONTH_NAMED = Pattern.compile(
            "(?iU)(?:(?<weekday>\\p{L}+)\\.?,? )?(?<month>\\p{L}+)\\.?[ -](?<day>[0-9]{1,2})(?:st|nd|rd|th)?,? (?<year>[0-9]{4})"
                    + TIME);
    private static final Pattern DIGITS = Pattern.compile("(?<digits>[0-9]{5,8})(?:[.,]0+)?");

    private static final Map<String, Integer> MONTHS = names(
            "janvier janv jan january/fevrier fevr fev feb february/mars mar march/avril avr apr april/mai may/juin jun june"
                    + "/juillet juil jul july/aout aou aug august/septembre sept sep september/octobre oct october"
                    + "/novembre nov november/decembre dec december");
    private static final Map<String, Integer> WEEKDAYS = names(
            "lundi lun monday mon/mardi mar tuesday tue/mercredi mer"
                    + " wednesday wed/jeudi jeu thursday thu/vendredi ven friday fri/samedi sam saturday sat/dimanche dim sunday sun");

    private static Map<String, Integer> names(String all) {
        Map<String, Integer> numbers = new HashMap<>();
        int number = 1;
        for (String names : all.split("/", -1)) {
            for (String name : names.split(" ", -1)) {
                numbers.put(name, number);
            }
            number++;
        }
        return Map.copyOf(numbers);
    }

    /** Day first, as in France, on the clock of Paris. */
    public static Dates inFrance(LocalDate today) {
        return new Dates(Order.DAY_FIRST, today, PARIS);
    }

    /**
     * The day.
     *
     * @throws NotUnderstoodException if the whole text is no day, a day that no calendar has, or could be two days
     */
    public Day read(String text) throws NotUnderstoodException {
        String tidy = Words.tidy(text);
        if (tidy.length() > DAY_LENGTH && INSTANT.matcher(tidy).matches()) {
            return instant(tidy);
        }
        Matcher numbers = THREE_NUMBERS.matcher(tidy);
        if (numbers.matches()) {
            boolean dayFirst = order == Order.DAY_FIRST;
            return said(date(
                    year(numbers.group("year"), tidy),
                    number(numbers, dayFirst ? "second" : "first"),
                    number(numbers, dayFirst ? "first" : "second"),
                    tidy));
        }
        Matcher yearFirst = YEAR_FIRST.matcher(tidy);
        if (yearFirst.matches()) {
            return said(date(number(yearFirst, "year"), number(yearFirst, "month"), number(yearFirst, "day"), tidy));
        }
        for (Pattern form : new Pattern[] {NAMED, MONTH_NAMED}) {
            Matcher named = form.matcher(tidy);
            if (named.matches()) {
                return said(named(named, tidy));
            }
        }
        Matcher digits = DIGITS.matcher(tidy);
        if (digits.matches()) {
            return digits(digits.group("digits"), tidy);
        }
        throw new NotUnderstoodException("no_date", tidy);
    }

    /**
     * Whether the text is a day only if the month stands first: {@code 5/14/2008}. One such text makes every
     * {@code 04/05/2008} beside it ambiguous.
     */
    public static boolean needsMonthFirst(String text) {
        if (text.length() < 3 || (Character.isDigit(text.charAt(1)) && Character.isDigit(text.charAt(2)))) {
            return false; // three digits to begin with are a year
        }
        Matcher numbers = THREE_NUMBERS.matcher(Words.tidy(text));
        return numbers.matches() && number(numbers, "second") > 12 && number(numbers, "first") <= 12;
    }

    /** Whether the text is another day if the month stands first: {@code 04/05/2008}, but not {@code 14/05/2008}. */
    public static boolean hangsOnOrder(String text) {
        Matcher numbers = THREE_NUMBERS.matcher(Words.tidy(text));
        if (!numbers.matches()) {
            return false;
        }
        int first = number(numbers, "first");
        int second = number(numbers, "second");
        return first <= 12 && second <= 12 && first != second;
    }

    private LocalDate named(Matcher found, String text) throws NotUnderstoodException {
        Integer month = MONTHS.get(Words.joined(found.group("month")));
        if (month == null) {
            throw new NotUnderstoodException("no_date", found.group("month"));
        }
        LocalDate date = date(year(found.group("year"), text), month, number(found, "day"), text);
        @Nullable String weekday = found.group("weekday");
        if (weekday != null && !"le".equals(Words.joined(weekday))) {
            Integer number = WEEKDAYS.get(Words.joined(weekday));
            if (number == null || date.getDayOfWeek() != DayOfWeek.of(number)) {
                throw new NotUnderstoodException("no_date", weekday);
            }
        }
        return date;
    }

    /** Programmes store a day as its midnight, and print that midnight on the clock of Greenwich. */
    private Day instant(String text) throws NotUnderstoodException {
        OffsetDateTime moment;
        try {
            String iso =
                    text.toUpperCase(Locale.ROOT).replace(' ', 'T').replaceFirst("([+-][0-9]{2})([0-9]{2})$", "$1:$2");
            moment = OffsetDateTime.parse(iso, DateTimeFormatter.ISO_OFFSET_DATE_TIME);
        } catch (DateTimeException noSuchInstant) {
            throw new NotUnderstoodException("no_date", text);
        }
        LocalDate printed = moment.toLocalDate();
        LocalDate here = moment.atZoneSameInstant(zone).toLocalDate();
        boolean midnightHere = moment.atZoneSameInstant(zone).toLocalTime().equals(LocalTime.MIDNIGHT);
        if (printed.equals(here)) {
            // Written on the clock of Greenwich by a programme in Paris for somebody who lives in Cayenne.
            if (!zone.equals(PARIS) && isMidnightOfAnotherDay(moment, printed)) {
                throw new NotUnderstoodException("two_dates", text);
            }
            return said(checked(here, text));
        }
        // Another day here, and no midnight: nobody can tell which day was meant.
        if (!midnightHere) {
            throw new NotUnderstoodException("two_dates", text);
        }
        return new Day(
                checked(here, text), here.isAfter(printed) ? Day.Inference.NEXT_DAY_IN_FRANCE : Day.Inference.NONE);
    }

    private static boolean isMidnightOfAnotherDay(OffsetDateTime moment, LocalDate printed) {
        ZonedDateTime inParis = moment.atZoneSameInstant(PARIS);
        return inParis.toLocalTime().equals(LocalTime.MIDNIGHT)
                && !inParis.toLocalDate().equals(printed);
    }

    private Day digits(String digits, String text) throws NotUnderstoodException {
        int number = Integer.parseInt(digits);
        return switch (digits.length()) {
            case 5 -> new Day(checked(SPREADSHEET_EPOCH.plusDays(number), text), Day.Inference.SPREADSHEET_DAY);
            case 6 ->
                said(onlyOne(
                        orNull(century(number % 100), number / 100 % 100, number / 10_000),
                        orNull(century(number / 10_000), number / 100 % 100, number % 100),
                        text));
            // Eight digits that a spreadsheet took for a number lose their zero.
            default ->
                said(onlyOne(
                        orNull(number % 10_000, number / 10_000 % 100, number / 1_000_000),
                        digits.length() == 8 ? orNull(number / 10_000, number / 100 % 100, number % 100) : null,
                        text));
        };
    }

    private static LocalDate onlyOne(@Nullable LocalDate one, @Nullable LocalDate other, String text)
            throws NotUnderstoodException {
        if (one != null && other != null && !one.equals(other)) {
            throw new NotUnderstoodException("two_dates", text);
        }
        LocalDate date = one == null ? other : one;
        if (date == null) {
            throw new NotUnderstoodException("no_date", text);
        }
        return date;
    }

    private int year(String digits, String text) throws NotUnderstoodException {
        int year = Integer.parseInt(digits);
        if (digits.length() == 4 && (year < 1000 || year > LATEST_YEAR)) {
            throw new NotUnderstoodException("no_date", text);
        }
        return digits.length() == 2 ? century(year) : year;
    }

    /** The year of these two digits that is not after today's. */
    private int century(int twoDigits) {
        int year = today.getYear() / 100 * 100 + twoDigits;
        return year > today.getYear() ? year - 100 : year;
    }

    private @Nullable LocalDate orNull(int year, int month, int day) {
        try {
            return checked(date(year, month, day, ""), "");
        } catch (NotUnderstoodException noDay) {
            return null;
        }
    }

    private static LocalDate date(int year, int month, int day, String text) throws NotUnderstoodException {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException noSuchDay) {
            throw new NotUnderstoodException("no_date", text);
        }
    }

    private static LocalDate checked(LocalDate date, String text) throws NotUnderstoodException {
        if (date.getYear() < EARLIEST_YEAR || date.getYear() > LATEST_YEAR) {
            throw new NotUnderstoodException("no_date", text);
        }
        return date;
    }

    private static Day said(LocalDate date) {
        return new Day(date, Day.Inference.NONE);
    }

    private static int number(Matcher found, String group) {
        return Integer.parseInt(found.group(group));
    }
}
