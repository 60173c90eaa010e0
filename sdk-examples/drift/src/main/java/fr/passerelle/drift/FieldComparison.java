package fr.passerelle.drift;

import fr.passerelle.drift.Field.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Compares the fields of one side of an operation. */
final class FieldComparison {

    private static final Map<Role, Kind> ADDED = Map.of(
            Role.REQUIRED, Kind.REQUIRED_ADDED,
            Role.OPTIONAL, Kind.OPTIONAL_ADDED,
            Role.VARIANT, Kind.VARIANT_ADDED);
    private static final Map<Role, Kind> REMOVED = Map.of(
            Role.REQUIRED, Kind.REQUIRED_REMOVED,
            Role.OPTIONAL, Kind.OPTIONAL_REMOVED,
            Role.VARIANT, Kind.VARIANT_REMOVED);

    private final Operation operation;
    private final Side side;
    private final List<Change> changes = new ArrayList<>();

    FieldComparison(Operation operation, Side side) {
        this.operation = operation;
        this.side = side;
    }

    List<Change> compare(Fields before, Fields after) {
        Set<String> places = new TreeSet<>(before.byPlace().keySet());
        places.addAll(after.byPlace().keySet());
        for (String place : places) {
            Optional<Field> was = Optional.ofNullable(before.byPlace().get(place));
            Optional<Field> is = Optional.ofNullable(after.byPlace().get(place));
            if (was.isPresent() && is.isPresent()) {
                compare(was.get(), is.get());
            }
            // What comes or goes with the field that holds it is not told again.
            is.filter(field -> was.isEmpty() && before.holdsParentOf(field))
                    .ifPresent(field -> add(kind(ADDED, field), field, "", types(field)));
            was.filter(field -> is.isEmpty() && after.holdsParentOf(field))
                    .ifPresent(field -> add(kind(REMOVED, field), field, types(field), ""));
        }
        return changes;
    }

    private void compare(Field was, Field is) {
        if (was.role() != is.role()) {
            add(is.role() == Role.REQUIRED ? Kind.NOW_REQUIRED : Kind.NOW_OPTIONAL, is, "", "");
        }
        if (was.nullable() != is.nullable()) {
            add(is.nullable() ? Kind.NOW_NULLABLE : Kind.NO_LONGER_NULLABLE, is, "", "");
        }
        if (!was.types().equals(is.types())) {
            add(Types.change(was.types(), is.types()), is, types(was), types(is));
        }
        compareValues(is, was.values(), is.values());
        Set<String> limits = new TreeSet<>(was.limits().keySet());
        limits.addAll(is.limits().keySet());
        for (String limit : limits) {
            String old = was.limits().getOrDefault(limit, "");
            String now = is.limits().getOrDefault(limit, "");
            if (!old.equals(now)) {
                add(Limits.change(limit, old, now), is, described(limit, old), described(limit, now));
            }
        }
    }

    private void compareValues(Field field, Optional<NavigableSet<String>> was, Optional<NavigableSet<String>> is) {
        if (was.isPresent() && is.isPresent()) {
            addValues(Kind.VALUE_ADDED, field, missing(is.get(), was.get()));
            addValues(Kind.VALUE_REMOVED, field, missing(was.get(), is.get()));
        } else if (is.isPresent()) {
            addValues(Kind.VALUES_CLOSED, field, is.get());
        } else if (was.isPresent()) {
            addValues(Kind.VALUES_OPENED, field, was.get());
        }
    }

    private void addValues(Kind kind, Field field, Set<String> values) {
        if (!values.isEmpty()) {
            add(kind, field, "", String.join(", ", values));
        }
    }

    private void add(Kind kind, Field field, String before, String after) {
        changes.add(new Change(kind.on(side), kind, operation, field.place(), before, after));
    }

    private static Kind kind(Map<Role, Kind> kinds, Field field) {
        return Objects.requireNonNull(kinds.get(field.role()));
    }

    private static NavigableSet<String> missing(NavigableSet<String> all, NavigableSet<String> known) {
        NavigableSet<String> rest = new TreeSet<>(all);
        rest.removeAll(known);
        return rest;
    }

    private static String types(Field field) {
        return String.join(" | ", field.types());
    }

    private static String described(String limit, String value) {
        return value.isEmpty() ? "" : limit + " " + value;
    }
}
