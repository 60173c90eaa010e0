package fr.passerelle.drift;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;

/**
 * A parameter, a body, or a field of a body.
 *
 * @param place where it stands, such as {@code body.dates[].quantity} or {@code query page}
 * @param parent the place that holds it; empty at the top
 * @param role what it is to its parent
 * @param nullable whether null may stand there
 * @param types names of the types allowed, with their formats; none if anything goes
 * @param values the only values allowed; empty if the type says it all
 * @param limits other rules by their name in the schema
 */
record Field(
        String place,
        String parent,
        Role role,
        boolean nullable,
        NavigableSet<String> types,
        Optional<NavigableSet<String>> values,
        NavigableMap<String, String> limits) {

    /** Something that is always there and of which no schema tells. */
    static Field required(String place, Optional<NavigableSet<String>> values) {
        return new Field(
                place,
                "",
                Role.REQUIRED,
                false,
                Collections.emptyNavigableSet(),
                values,
                Collections.emptyNavigableMap());
    }

    /** What a field is to its parent. */
    enum Role {
        REQUIRED,
        OPTIONAL,
        /** One of the shapes its parent may take. */
        VARIANT
    }
}
