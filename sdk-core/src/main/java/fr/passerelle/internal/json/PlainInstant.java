package fr.passerelle.internal.json;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import org.jspecify.annotations.Nullable;

/**
 * The spellings that the server itself uses, {@code 2026-03-02T18:00:00} with or without a fraction and a {@code Z}
 * (reference 2, datetimes out). A formatter takes ten times as long for them, and a page holds hundreds.
 */
public final class PlainInstant {

    private static final String PATTERN = "dddd-dd-ddTdd:dd:dd";
    private static final int SECONDS_END = PATTERN.length();
    private static final int MOST_FRACTION_DIGITS = 9;

    private PlainInstant() {}

    /** The instant; null if it is spelled otherwise, or is none. */
    public static @Nullable Instant parse(String text) {
        int end = text.endsWith("Z") ? text.length() - 1 : text.length();
        if (!isPlain(text, end)) {
            return null;
        }
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        if (month < 1 || month > 12 || hour > 23 || minute > 59 || second > 59) {
            return null;
        }
        // The end of a month is the formatter's to judge, leap days too.
        if (day < 1 || day > Month.of(month).minLength()) {
            return null;
        }
        long days = LocalDate.of(number(text, 0, 4), month, day).toEpochDay();
        return Instant.ofEpochSecond(((days * 24 + hour) * 60 + minute) * 60 + second, nanos(text, end));
    }

    private static boolean isPlain(String text, int end) {
        int fraction = end - SECONDS_END - 1;
        if (end != SECONDS_END
                && (fraction < 1 || fraction > MOST_FRACTION_DIGITS || text.charAt(SECONDS_END) != '.')) {
            return false;
        }
        for (int i = 0; i < end; i++) {
            char wanted = i < SECONDS_END ? PATTERN.charAt(i) : i == SECONDS_END ? '.' : 'd';
            char is = text.charAt(i);
            if (wanted == 'd' ? is < '0' || is > '9' : is != wanted) {
                return false;
            }
        }
        return true;
    }

    private static int number(String digits, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + digits.charAt(i) - '0';
        }
        return number;
    }

    private static int nanos(String text, int end) {
        if (end == SECONDS_END) {
            return 0;
        }
        int nanos = number(text, SECONDS_END + 1, end);
        for (int digits = end - SECONDS_END - 1; digits < MOST_FRACTION_DIGITS; digits++) {
            nanos *= 10;
        }
        return nanos;
    }
}
