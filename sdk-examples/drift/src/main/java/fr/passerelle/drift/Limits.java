package fr.passerelle.drift;

import java.math.BigDecimal;
import java.util.Locale;

/** Which limits allow less than before. */
final class Limits {

    private Limits() {}

    /** How a limit changed; an empty text stands for no limit. */
    static Kind change(String limit, String before, String after) {
        if (limit.equals("default")) {
            return Kind.DEFAULT_CHANGED;
        }
        if (limit.equals("discriminator")) {
            return Kind.DISCRIMINATOR_CHANGED;
        }
        if (before.isEmpty() || after.isEmpty()) {
            return after.isEmpty() ? Kind.LIMIT_LOOSENED : Kind.LIMIT_TIGHTENED;
        }
        boolean lower = limit.toLowerCase(Locale.ROOT).contains("min");
        boolean upper = limit.toLowerCase(Locale.ROOT).contains("max");
        int rise = lower || upper ? sign(before, after) : 0;
        return (lower && rise < 0) || (upper && rise > 0) ? Kind.LIMIT_LOOSENED : Kind.LIMIT_TIGHTENED;
    }

    /** Positive if the number rose; zero if one of the texts is no number. */
    private static int sign(String before, String after) {
        try {
            return new BigDecimal(after).compareTo(new BigDecimal(before));
        } catch (NumberFormatException noNumber) {
            return 0;
        }
    }
}
