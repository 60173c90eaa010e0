package fr.passerelle.model.rule;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What was to be sent breaks rules that can be known without the server. Holds every violation, not only the first. */
public final class RuleViolationException extends PasserelleException {

    private static final long serialVersionUID = 1L;

    // A copy made by List.copyOf, which is serializable; the declared type is what the accessor promises.
    @SuppressWarnings("serial")
    private final List<Violation> violations;

    /**
     * Reports violations.
     *
     * @param violations at least one
     */
    public RuleViolationException(List<Violation> violations) {
        super(sentences(violations, Locale.ENGLISH), null);
        if (violations.isEmpty()) {
            throw new IllegalArgumentException("violations must not be empty");
        }
        this.violations = List.copyOf(violations);
    }

    /** Reports a single violation. */
    public RuleViolationException(Violation violation) {
        this(List.of(violation));
    }

    /** Every broken rule, in the order of the fields. */
    public List<Violation> violations() {
        return violations;
    }

    /** False: nothing is sent that breaks a rule. */
    @Override
    public boolean mayHaveBeenProcessed() {
        return false;
    }

    /** The sentences of all violations, joined by {@code "; "}. French for French, English otherwise. */
    public String message(Locale locale) {
        return sentences(violations, locale);
    }

    private static String sentences(List<Violation> violations, Locale locale) {
        return violations.stream().map(violation -> violation.message(locale)).collect(Collectors.joining("; "));
    }
}
