package fr.passerelle.model;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.rule.Violation;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Violations in short: {@code path code limit}. */
public final class Violations {

    private Violations() {}

    /** What the call reports. */
    public static List<String> of(ThrowingCallable call) {
        return catchThrowableOfType(RuleViolationException.class, call).violations().stream()
                .map(Violations::show)
                .toList();
    }

    private static String show(Violation violation) {
        return violation.path() + " " + violation.code().code()
                + (violation.limit() == null ? "" : " " + violation.limit());
    }
}
