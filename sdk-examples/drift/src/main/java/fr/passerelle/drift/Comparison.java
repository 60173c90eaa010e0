package fr.passerelle.drift;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares the operations of two contracts, and then the fields of those that both have. */
final class Comparison {

    private static final Comparator<Change> BY_OPERATION_THEN_GRAVITY = Comparator.comparing(
                    (Change change) -> change.operation().path())
            .thenComparing(change -> change.operation().verb())
            .thenComparing(Change::verdict)
            .thenComparing(Change::place)
            .thenComparing(Change::kind);

    private final Contract before;
    private final Contract after;
    private final Contract sdk;
    private final List<Change> changes = new ArrayList<>();

    private Comparison(Contract before, Contract after, Contract sdk) {
        this.before = before;
        this.after = after;
        this.sdk = sdk;
    }

    /** What changed, for somebody who calls the API through the SDK. */
    static List<Change> of(Contract before, Contract after, Contract sdk) {
        Comparison comparison = new Comparison(before, after, sdk);
        comparison.compare();
        return comparison.changes.stream().sorted(BY_OPERATION_THEN_GRAVITY).toList();
    }

    private void compare() {
        Set<String> found = new HashSet<>();
        for (Operation old : before.byRoute().values()) {
            Optional<Operation> same = Optional.ofNullable(after.byRoute().get(old.route()));
            Optional<Operation> moved = after.withId(old.id()).filter(other -> !before.has(other.route()));
            same.or(() -> moved)
                    .ifPresentOrElse(
                            now -> {
                                found.add(now.route());
                                compare(old, now);
                            },
                            () -> add(Kind.OPERATION_REMOVED, old, "", ""));
        }
        after.byRoute().values().stream()
                .filter(operation -> !found.contains(operation.route()))
                .forEach(operation -> add(
                        sdk.has(operation.route()) ? Kind.OPERATION_ADDED : Kind.OPERATION_UNCOVERED,
                        operation,
                        "",
                        ""));
    }

    private void compare(Operation old, Operation now) {
        if (!old.route().equals(now.route())) {
            add(Kind.OPERATION_MOVED, now, old.verb() + " " + old.path(), now.verb() + " " + now.path());
        }
        if (now.deprecated() && !old.deprecated()) {
            add(Kind.OPERATION_DEPRECATED, now, "", "");
        }
        changes.addAll(new FieldComparison(now, Side.REQUEST).compare(old.request(), now.request()));
        changes.addAll(new FieldComparison(now, Side.RESPONSE).compare(old.response(), now.response()));
    }

    private void add(Kind kind, Operation operation, String was, String is) {
        // A move is no difference once the SDK has followed it.
        boolean followed = kind == Kind.OPERATION_MOVED && sdk.has(operation.route());
        Verdict verdict = followed ? Verdict.TOLERATED : kind.on(Side.REQUEST);
        changes.add(new Change(verdict, kind, operation, "", was, is));
    }
}
