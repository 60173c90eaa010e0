package fr.passerelle.drift;

import java.util.Collection;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The fields of one side of an operation, by place. */
record Fields(NavigableMap<String, Field> byPlace) {

    static Fields of(Collection<Field> fields) {
        NavigableMap<String, Field> byPlace = new TreeMap<>();
        fields.forEach(field -> byPlace.put(field.place(), field));
        return new Fields(Collections.unmodifiableNavigableMap(byPlace));
    }

    /** Whether somebody who knows these fields meets the given one on its own, and not as part of something new. */
    boolean holdsParentOf(Field field) {
        return field.parent().isEmpty() || byPlace.containsKey(field.parent());
    }
}
