package fr.passerelle.model.rule;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * One broken rule. It never holds the offending value, which may be somebody's name.
 *
 * @param path where, in the words of the wire: {@code dates.3.bookingLimitDatetime}
 * @param code which rule
 * @param limit the bound that was crossed, or the field it is measured against; null if the rule has none
 */
public record Violation(
        String path, RuleCode code, @Nullable String limit) {

    private static final String BUNDLE = "fr.passerelle.model.rule.violations";

    public Violation {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(code, "code");
    }

    /** A sentence in English, for instance {@code name: must have at most 90 characters}. */
    public String message() {
        return message(Locale.ENGLISH);
    }

    /**
     * A sentence for people.
     *
     * @param locale French gets French, every other language gets English
     */
    public String message(Locale locale) {
        // Never the JVM's default locale: the base bundle is the English one, asked for by name.
        Locale spoken = "fr".equals(locale.getLanguage()) ? Locale.FRENCH : Locale.ROOT;
        String pattern = ResourceBundle.getBundle(BUNDLE, spoken, Violation.class.getModule())
                .getString(code.code());
        return path + ": " + new MessageFormat(pattern, spoken).format(new Object[] {limit == null ? "" : limit});
    }

    /**
     * The same violation one level deeper: {@code under("dates.3")} turns {@code quantity} into
     * {@code dates.3.quantity}.
     */
    public Violation under(String prefix) {
        return new Violation(prefix + "." + path, code, limit);
    }
}
