package fr.passerelle.model.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Collects the violations of one draft, patch or call. Every check takes the wire path of the value and does nothing
 * when the value is null (only {@link #required} minds), so that a rule is one line and all rules are always looked at.
 */
public final class RuleCheck {

    /** Longest URL that the server's schema takes, in characters. */
    public static final int MAX_URL = 2083;

    /** The server adds a day to moments, and the calendar of its language ends with this one. */
    private static final Instant LAST_DAY = Instant.parse("9999-12-31T00:00:00Z");

    private final List<Violation> found = new ArrayList<>();

    /** Starts with nothing found. */
    public RuleCheck() {}

    /** Notes a violation without a limit. */
    public RuleCheck report(String path, RuleCode code) {
        found.add(new Violation(path, code, null));
        return this;
    }

    /** Notes a violation with the limit that was crossed. */
    public RuleCheck report(String path, RuleCode code, Object limit) {
        found.add(new Violation(path, code, limit.toString()));
        return this;
    }

    /** Notes a violation unless the rule holds. */
    public RuleCheck require(boolean holds, String path, RuleCode code) {
        return holds ? this : report(path, code);
    }

    /** Notes a violation unless the rule holds. */
    public RuleCheck require(boolean holds, String path, RuleCode code, Object limit) {
        return holds ? this : report(path, code, limit);
    }

    /** The value must be there. */
    public RuleCheck required(String path, @Nullable Object value) {
        return require(value != null, path, RuleCode.REQUIRED);
    }

    /** A number that the programme gave; it starts at 1, and 0 is what a builder leaves in a number never set. */
    public RuleCheck id(String path, long value) {
        return value == 0 ? report(path, RuleCode.REQUIRED) : range(path, value, 1, Long.MAX_VALUE);
    }

    /** At least {@code min} and at most {@code max} code points, all of which can be stored. */
    public RuleCheck text(String path, @Nullable String value, int min, int max) {
        if (value == null) {
            return this;
        }
        int length = value.codePointCount(0, value.length());
        if (length < min) {
            report(path, RuleCode.TOO_SHORT, min);
        }
        if (length > max) {
            report(path, RuleCode.TOO_LONG, max);
        }
        return storable(path, value);
    }

    /** No lone surrogate and no NUL. */
    public RuleCheck storable(String path, @Nullable String value) {
        return require(value == null || isStorable(value), path, RuleCode.ILL_FORMED_TEXT);
    }

    /** Whether a text has neither half a surrogate pair nor a NUL character, so that the server can store it. */
    public static boolean isStorable(String value) {
        int c;
        for (int i = 0; i < value.length(); i += Character.charCount(c)) {
            c = value.codePointAt(i);
            if (c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
                return false;
            }
        }
        return true;
    }

    /** Between {@code min} and {@code max}, both included. */
    public RuleCheck range(String path, @Nullable Long value, long min, long max) {
        return value == null ? this : range(path, value.longValue(), min, max);
    }

    private RuleCheck range(String path, long value, long min, long max) {
        if (value < min) {
            report(path, RuleCode.TOO_SMALL, min);
        }
        return value > max ? report(path, RuleCode.TOO_LARGE, max) : this;
    }

    /** A number between {@code min} and {@code max}, both included. */
    public RuleCheck range(String path, @Nullable Double value, long min, long max) {
        if (value == null) {
            return this;
        }
        // Written so that what is no number breaks both rules.
        require(value >= min, path, RuleCode.TOO_SMALL, min);
        return require(value <= max, path, RuleCode.TOO_LARGE, max);
    }

    /** At most {@code max} items. */
    public RuleCheck size(String path, @Nullable Collection<?> items, int max) {
        return require(items == null || items.size() <= max, path, RuleCode.TOO_MANY, max);
    }

    /**
     * Texts that a list is filtered by: none holds a comma. On the wire they are one text parted by commas, so the
     * server would look for the pieces and silently find nothing.
     */
    public RuleCheck listable(String path, List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            require(texts.get(i).indexOf(',') < 0, path + "." + i, RuleCode.HOLDS_COMMA);
        }
        return this;
    }

    /** At least one item. */
    public RuleCheck notEmpty(String path, @Nullable Collection<?> items) {
        return require(items == null || !items.isEmpty(), path, RuleCode.TOO_FEW, 1);
    }

    /**
     * A syntactically valid e-mail address whose domain has at least two labels and takes mail. Blanks around it, and
     * the form {@code Name <address>}, are fine: the server keeps the address.
     */
    public RuleCheck email(String path, @Nullable String value) {
        return require(value == null || EmailAddress.isIn(value), path, RuleCode.BAD_EMAIL);
    }

    /** The same with nothing around it. */
    public RuleCheck bareEmail(String path, @Nullable String value) {
        return require(value == null || EmailAddress.isBare(value), path, RuleCode.BAD_EMAIL);
    }

    /**
     * An http or https URL of at most {@code max} characters as the server writes it, in ASCII; {@code localhost} and
     * user info are fine.
     */
    public RuleCheck url(String path, @Nullable String value, int max) {
        boolean longOnlyWhenWritten =
                value != null && value.codePointCount(0, value.length()) <= max && WebHost.writtenLength(value) > max;
        return require(!longOnlyWhenWritten, path, RuleCode.TOO_LONG, max).url(path, value, max, WebHost::isUrl);
    }

    /**
     * An http or https URL of at most {@code max} characters whose host ends in a top-level domain, or is an address.
     */
    public RuleCheck publicUrl(String path, @Nullable String value, int max) {
        return url(path, value, max, WebHost::isPublicUrl);
    }

    private RuleCheck url(String path, @Nullable String value, int max, Predicate<String> form) {
        if (value == null) {
            return this;
        }
        text(path, value.strip(), 0, max);
        return require(form.test(value), path, RuleCode.BAD_URL);
    }

    /** Strictly after {@code now}, and before the last day that the server can store. */
    public RuleCheck future(String path, @Nullable Instant value, Instant now) {
        return require(value == null || value.isAfter(now), path, RuleCode.NOT_IN_FUTURE)
                .require(value == null || value.isBefore(LAST_DAY), path, RuleCode.AFTER_LIMIT, "9999-12-30");
    }

    /** Not after {@code other}; {@code otherPath} is named as the limit. */
    public RuleCheck notAfter(String path, @Nullable Instant value, String otherPath, @Nullable Instant other) {
        return require(value == null || other == null || !value.isAfter(other), path, RuleCode.AFTER_LIMIT, otherPath);
    }

    /** Not before {@code other}; {@code otherPath} is named as the limit. */
    public RuleCheck notBefore(String path, @Nullable Instant value, String otherPath, @Nullable Instant other) {
        return require(
                value == null || other == null || !value.isBefore(other), path, RuleCode.BEFORE_LIMIT, otherPath);
    }

    /** The violations of a nested value, with its place in front of their paths. */
    public RuleCheck nested(String prefix, List<Violation> violations) {
        for (Violation violation : violations) {
            found.add(violation.under(prefix));
        }
        return this;
    }

    /**
     * No two equal keys in a list; null keys are free.
     *
     * @param keys the keys of the items, in order
     * @param path turns the index of an item into the wire path of its key
     */
    public RuleCheck unique(List<? extends @Nullable Object> keys, IntFunction<String> path) {
        Map<Object, Integer> seen = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            Object key = keys.get(i);
            Integer first = key == null ? null : seen.putIfAbsent(key, i);
            if (first != null) {
                report(path.apply(i), RuleCode.DUPLICATE, path.apply(first));
            }
        }
        return this;
    }

    /** What was found so far. */
    public List<Violation> violations() {
        return List.copyOf(found);
    }

    /**
     * Ends the check.
     *
     * @throws RuleViolationException with everything found, if anything was
     */
    public void raise() {
        if (!found.isEmpty()) {
            throw new RuleViolationException(found);
        }
    }
}
