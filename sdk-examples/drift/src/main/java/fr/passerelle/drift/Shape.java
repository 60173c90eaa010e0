package fr.passerelle.drift;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What all the schemas that bear on one place say together; filled by {@link ShapeReader}. */
final class Shape {

    /**
     * A schema still to be read.
     *
     * @param node the schema
     * @param trail the references that led to it: meeting one again means that the schema holds itself
     */
    record Source(JsonNode node, Set<String> trail) {}

    boolean nullable;
    Optional<NavigableSet<String>> values = Optional.empty();
    final NavigableSet<String> types = new TreeSet<>();
    final NavigableMap<String, String> limits = new TreeMap<>();
    final Set<String> required = new HashSet<>();
    final NavigableMap<String, List<Source>> properties = new TreeMap<>();
    final List<Source> items = new ArrayList<>();
    final List<Source> entries = new ArrayList<>();
    final NavigableMap<String, List<Source>> variants = new TreeMap<>();

    /** Allows nothing but these values, of those allowed so far. */
    void restrict(NavigableSet<String> allowed) {
        Set<String> known = values.<Set<String>>map(some -> some).orElse(allowed);
        values = Optional.of(allowed.stream().filter(known::contains).collect(Collectors.toCollection(TreeSet::new)));
    }

    boolean isOnlyNull() {
        return nullable
                && types.isEmpty()
                && !isObject()
                && values.filter(some -> !some.isEmpty()).isEmpty();
    }

    boolean isObject() {
        return !properties.isEmpty() || !variants.isEmpty();
    }
}
