package fr.passerelle.internal.base;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a client or a desk may be called, and which tags a client may have: they stand in metrics, traces and logs. */
public final class ClientRules {

    private static final int MOST_TAGS = 10;
    private static final int LONGEST = 64;

    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9_.]{0,63}");

    /** What the metrics tell apart by themselves. */
    private static final Set<String> RESERVED =
            Set.of("client", "operation", "outcome", "programme", "reason", "state", "status");

    private ClientRules() {}

    /**
     * Checks the name of a client or a desk.
     *
     * @throws IllegalArgumentException if it is blank, longer than 64 characters, or holds what is not visible
     */
    public static String checkName(String name) {
        return checkValue("name", name);
    }

    /**
     * Checks a tag that is added to others.
     *
     * @throws IllegalArgumentException if the key is no word or taken, the value blank, longer than 64 characters or
     *     with something that is not visible, or if there are ten already
     */
    public static void checkTag(Map<String, String> others, String key, String value) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException(
                    "tag key must begin with a small letter and hold letters, digits, _ and . only, 64 at most");
        }
        if (RESERVED.contains(key)) {
            throw new IllegalArgumentException("tag " + key + " is set by the client and cannot be replaced");
        }
        checkValue("tag " + key, value);
        if (!others.containsKey(key) && others.size() == MOST_TAGS) {
            throw new IllegalArgumentException("tags: at most " + MOST_TAGS + ", and " + key + " is one more");
        }
    }

    private static String checkValue(String what, String value) {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException(what + " must have 1 to " + LONGEST + " characters");
        }
        if (!value.codePoints().allMatch(ClientRules::isVisible)) {
            throw new IllegalArgumentException(what + " must have visible characters only");
        }
        return value;
    }

    /** No control character, and nothing that breaks a line or turns the direction of writing. */
    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
