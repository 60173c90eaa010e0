package fr.passerelle.commandline.read;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whole numbers as people and spreadsheets write them: {@code 3}, {@code 3.0}, {@code 3,00}, {@code 1 250}. */
public final class Numbers {

    /** Three zeros behind a dot or comma may be thousands: {@code 1.000} is refused. */
    private static final Pattern WHOLE =
            Pattern.compile("(-?(?:[0-9]{1,15}|[0-9]{1,3}(?: [0-9]{3}){1,4}))(?:[.,](?!0{3}$)0{1,12})?");

    private Numbers() {}

    /**
     * The number.
     *
     * @throws NotUnderstoodException if the whole text is no whole number
     */
    public static long whole(String text) throws NotUnderstoodException {
        Matcher found = WHOLE.matcher(Words.tidy(text).replace('\u2212', '-'));
        if (!found.matches()) {
            throw new NotUnderstoodException("no_whole_number", text);
        }
        return Long.parseLong(found.group(1).replace(" ", ""));
    }
}
