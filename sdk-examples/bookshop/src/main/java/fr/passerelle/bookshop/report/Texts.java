package fr.passerelle.bookshop.report;

import fr.passerelle.bookshop.file.Problem;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.rule.Violation;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** The texts of one language. */
public final class Texts {

    /** Where the texts stand. */
    public static final String BUNDLE = "fr.passerelle.bookshop.report.texts";

    private final Locale locale;
    private final ResourceBundle bundle;

    private Texts(Locale locale) {
        this.locale = locale;
        // The base bundle is the English one; asked for by name, so that the machine's own language does not slip in.
        this.bundle = ResourceBundle.getBundle(BUNDLE, locale.equals(Locale.FRENCH) ? locale : Locale.ROOT);
    }

    /** French for French, English for every other language. */
    public static Texts in(Locale language) {
        return new Texts("fr".equals(language.getLanguage()) ? Locale.FRENCH : Locale.ENGLISH);
    }

    /** French or English. */
    public Locale locale() {
        return locale;
    }

    /** The bundle itself, for the usage help. */
    public ResourceBundle bundle() {
        return bundle;
    }

    /** A text with its details filled in, in the order given. Numbers are written as they are. */
    public String of(String key, Object... details) {
        Object[] words = Stream.of(details).map(Object::toString).toArray();
        return new MessageFormat(bundle.getString(key), locale).format(words);
    }

    /** A number of rows, its thousands apart. */
    public String number(long number) {
        return String.format(locale, "%,d", number);
    }

    /** A sentence about a broken rule, with its field and limit. The library has the words for its own rules. */
    public String problem(Problem problem) {
        String limit = problem.limit();
        String key = "problem." + problem.rule();
        if (bundle.containsKey(key)) {
            return problem.field() + ": " + of(key, limit == null ? "" : limit);
        }
        RuleCode code = RuleCode.valueOf(problem.rule().toUpperCase(Locale.ROOT));
        return new Violation(problem.field(), code, limit).message(locale);
    }
}
