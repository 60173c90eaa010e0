package fr.passerelle.drift;

import java.util.Collection;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The operations of an API, by route. */
record Contract(NavigableMap<String, Operation> byRoute) {

    static Contract of(Collection<Operation> operations) {
        NavigableMap<String, Operation> byRoute = new TreeMap<>();
        operations.forEach(operation -> byRoute.put(operation.route(), operation));
        return new Contract(Collections.unmodifiableNavigableMap(byRoute));
    }

    boolean has(String route) {
        return byRoute.containsKey(route);
    }

    Optional<Operation> withId(String id) {
        return byRoute.values().stream()
                .filter(operation -> !id.isEmpty() && operation.id().equals(id))
                .findFirst();
    }
}
