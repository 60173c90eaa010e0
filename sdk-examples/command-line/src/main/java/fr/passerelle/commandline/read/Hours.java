package fr.passerelle.commandline.read;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times of day as people and spreadsheets write them: {@code 20h30}, {@code 20 h}, {@code 20:30:00}, {@code 8:30 PM}.
 */
public final class Hours {

    private static final Pattern TIME = Pattern.compile(
            "(?i)(?<hour>[0-9]{1,2})(?: ?h ?(?<french>[0-9]{2})?|:(?<minute>[0-9]{2})(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?)(?: ?(?<half>[AP])M)?");

    private Hours() {}

    /**
     * The time, to the minute.
     *
     * @throws NotUnderstoodException if the whole text is no time of day
     */
    public static LocalTime read(String text) throws NotUnderstoodException {
        Matcher time = TIME.matcher(Words.tidy(text));
        if (!time.matches()) {
            throw new NotUnderstoodException("no_time", text);
        }
        try {
            int hour = Integer.parseInt(time.group("hour"));
            String minute = time.group("french") == null ? time.group("minute") : time.group("french");
            return LocalTime.of(hour(hour, time.group("half"), text), minute == null ? 0 : Integer.parseInt(minute));
        } catch (DateTimeException noSuchTime) {
            throw new NotUnderstoodException("no_time", text);
        }
    }

    private static int hour(int hour, String half, String text) throws NotUnderstoodException {
        if (half == null) {
            return hour;
        }
        if (hour < 1 || hour > 12) {
            throw new NotUnderstoodException("no_time", text);
        }
        return hour % 12 + (half.toLowerCase(Locale.ROOT).equals("p") ? 12 : 0);
    }
}
