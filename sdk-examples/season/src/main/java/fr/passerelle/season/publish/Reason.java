package fr.passerelle.season.publish;

import fr.passerelle.model.rule.Violation;
import fr.passerelle.season.agenda.Finding;
import java.util.List;

/** Why a record is not sold. */
public sealed interface Reason {

    /** The agenda does not say enough, or says what cannot be sold. */
    record Unreadable(Finding finding) implements Reason {}

    /** It breaks rules of the programme; nothing was sent. */
    record AgainstRules(List<Violation> violations) implements Reason {}
}
