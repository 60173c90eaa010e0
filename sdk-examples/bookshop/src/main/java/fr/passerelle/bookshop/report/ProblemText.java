package fr.passerelle.bookshop.report;

import fr.passerelle.bookshop.file.Problem;
import fr.passerelle.commandline.Texts;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.rule.Violation;
import java.util.Locale;

/** A sentence about a broken rule, with its field and limit. The library has the words for its own rules. */
final class ProblemText {

    private ProblemText() {}

    static String of(Problem problem, Texts texts) {
        String limit = problem.limit();
        String key = "problem." + problem.rule();
        if (texts.bundle().containsKey(key)) {
            return problem.field() + ": " + texts.of(key, limit == null ? "" : limit);
        }
        RuleCode code = RuleCode.valueOf(problem.rule().toUpperCase(Locale.ROOT));
        return new Violation(problem.field(), code, limit).message(texts.locale());
    }
}
