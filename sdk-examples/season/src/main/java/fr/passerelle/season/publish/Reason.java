package fr.passerelle.season.publish;

import fr.passerelle.model.rule.Violation;
import fr.passerelle.season.agenda.Finding;
import java.util.List;
import java.util.Map;

/** Why a record is not published. */
public sealed interface Reason {

    /** The agenda does not say enough, or says what cannot be sold. */
    record Unreadable(Finding finding) implements Reason {}

    /** It breaks rules of the programme; nothing was sent. */
    record AgainstRules(List<Violation> violations) implements Reason {}

    /**
     * The programme refused it.
     *
     * @param status the HTTP status
     * @param errors its own words, by path
     */
    record RefusedByProgramme(int status, Map<String, List<String>> errors) implements Reason {}
}
