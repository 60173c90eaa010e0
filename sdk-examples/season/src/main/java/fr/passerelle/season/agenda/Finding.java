package fr.passerelle.season.agenda;

import java.util.List;

/**
 * Something to tell about a record: why it is refused, or what was inferred, changed or left out on the way.
 *
 * @param code what it is about; its text stands in the bundles
 * @param details the pieces that the text quotes, in order
 */
public record Finding(FindingCode code, List<String> details) {

    public Finding {
        details = List.copyOf(details);
    }

    /** A finding that quotes these. */
    public static Finding of(FindingCode code, Object... details) {
        return new Finding(code, List.of(details).stream().map(Object::toString).toList());
    }
}
