package fr.passerelle.contract;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the programme's real server says of one value of one field.
 *
 * @param field the field, in the words of the wire
 * @param verdict what becomes of it
 * @param value as it is sent, or in the words of the table where it is no text
 */
public record ServerVerdict(String field, Verdict verdict, String value) {

    /** What becomes of a value. */
    public enum Verdict {
        /** It is taken. */
        YES,

        /** It is taken, and this library does not send it all the same. */
        STRICT,

        /** It is refused with a 400. */
        NO,

        /** The server fails on it with a 500. */
        CRASH;

        /** Whether the server takes it. */
        public boolean taken() {
            return this == YES || this == STRICT;
        }
    }

    private static final Pattern ROW = Pattern.compile("(\\S+)\\s+(\\S+)\\s+\\[(.*)]");
    private static final Pattern MANY = Pattern.compile("\\{(.)\\*([0-9]+)}");

    /** The whole table. */
    public static List<ServerVerdict> all() throws IOException {
        return ReferenceCases.VERDICTS.lines().stream()
                .filter(line -> !line.startsWith("#"))
                .map(ServerVerdict::read)
                .toList();
    }

    private static ServerVerdict read(String line) {
        Matcher row = ROW.matcher(line);
        if (!row.matches()) {
            throw new IllegalArgumentException("no row of the table: " + line);
        }
        String value = MANY.matcher(row.group(3))
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1).repeat(Integer.parseInt(found.group(2)))))
                .replace("\\0", "\0")
                .replace("\\n", "\n");
        return new ServerVerdict(row.group(1), Verdict.valueOf(row.group(2).toUpperCase(Locale.ROOT)), value);
    }

    @Override
    public String toString() {
        String shown = value.length() > 60 ? value.substring(0, 57) + "..." : value;
        return field + " " + verdict + " [" + shown.replace('\0', '0') + "]";
    }
}
