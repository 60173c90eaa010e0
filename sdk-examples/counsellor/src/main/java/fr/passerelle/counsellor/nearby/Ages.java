package fr.passerelle.counsellor.nearby;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From which age to which, both included.
 *
 * @param lowest in years
 * @param highest in years
 */
record Ages(int lowest, int highest) {

    private static final int OLDEST = 150;
    private static final Ages ALL = new Ages(0, OLDEST);

    /** "6-12 ans", "de 6 à 12 ans". */
    private static final Pattern BETWEEN =
            Pattern.compile("(?iuU)(?<!\\d)(\\d{1,2})(?:\\s*ans)?\\s*(?:[-–/]|à|et)\\s*(\\d{1,2})\\s*ans\\b");

    /** "- 12 ans", "moins de 12 ans", and "-12" where nothing else stands. */
    private static final Pattern BELOW = Pattern.compile(
            "(?iuU)(?:\\bmoins de|\\bavant|\\bunder|[-–<]\\s?(?:de)?)\\s*(\\d{1,2})\\s*ans\\b|^[-–<]\\s?(\\d{1,2})$");

    private static final Pattern UP_TO = Pattern.compile("(?iuU)\\bjusqu['’]à\\s*(\\d{1,2})\\s*ans\\b");
    private static final Pattern FROM = Pattern.compile(
            "(?iuU)(?:\\bplus de|\\bdès|\\bà partir de|[+>]\\s?(?:de)?)\\s*(\\d{1,2})\\s*ans\\b|\\b(\\d{1,2})\\s*ans\\s*(?:et (?:plus|\\+)|\\+)|^[+>]\\s?(\\d{1,2})$");

    /** "Réduit (RSA, -12 ans)". */
    private static final Pattern FOR_OTHERS_TOO =
            Pattern.compile("(?iuU)[,;]|\\b(?:et|ou)\\s+(?!plus|\\+|\\d)|réduit|étud|rsa|chôm|demandeur|lycé");

    private static final Pattern CHILD =
            Pattern.compile("(?iuU)^\\W*(?:tarifs?\\s+)?(?:enfant|bébé|children|child)s?\\W*$");
    private static final Pattern SENIOR =
            Pattern.compile("(?iuU)^\\W*(?:tarifs?\\s+)?(?:senior|sénior|retraité)e?s?\\W*$");
    private static final int OLDEST_CHILD = 14;
    private static final int YOUNGEST_SENIOR = 55;

    /** Whose age a price is for, by its name; everybody's if that names no age, or several. */
    static Ages of(String label) {
        if (CHILD.matcher(label).matches()) {
            return new Ages(0, OLDEST_CHILD);
        }
        if (SENIOR.matcher(label).matches()) {
            return new Ages(YOUNGEST_SENIOR, OLDEST);
        }
        Matcher between = BETWEEN.matcher(label);
        Matcher below = BELOW.matcher(label);
        Matcher upTo = UP_TO.matcher(label);
        Matcher from = FROM.matcher(label);
        if (FOR_OTHERS_TOO.matcher(label).find()) {
            return ALL;
        }
        if (between.find()) {
            return new Ages(number(between), Integer.parseInt(between.group(2)));
        }
        if (below.find()) {
            return new Ages(0, number(below) - 1);
        }
        if (upTo.find()) {
            return new Ages(0, number(upTo));
        }
        return from.find() ? new Ages(number(from), OLDEST) : ALL;
    }

    boolean meet(Ages other) {
        return lowest <= other.highest && other.lowest <= highest;
    }

    private static int number(Matcher found) {
        for (int group = 1; group <= found.groupCount(); group++) {
            if (found.group(group) != null) {
                return Integer.parseInt(found.group(group));
            }
        }
        throw new IllegalStateException("a pattern of ages has a number");
    }
}
