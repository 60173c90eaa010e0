package fr.passerelle.internal.call;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Those who wait, in their order. Who leaves from the middle is only marked, and swept out with others later: a hundred
 * thousand who leave one by one cost a few hundred thousand steps. Not for use by several threads.
 */
final class Line<T extends Line.Place> {

    /** Somebody's place in one line. */
    static class Place {
        boolean taken;
    }

    private final Deque<T> places = new ArrayDeque<>();
    private int left;

    void addFirst(T place) {
        place.taken = true;
        places.addFirst(place);
    }

    void addLast(T place) {
        place.taken = true;
        places.addLast(place);
    }

    /** The first one, who leaves with that; null if there is none. */
    @Nullable
    T poll() {
        T first = places.poll();
        while (first != null && !first.taken) {
            left--;
            first = places.poll();
        }
        if (first != null) {
            first.taken = false;
        }
        return first;
    }

    /** Leaves, unless gone already. */
    void remove(T place) {
        if (!place.taken) {
            return;
        }
        place.taken = false;
        left++;
        if (left > places.size() / 2) {
            places.removeIf(each -> !each.taken);
            left = 0;
        }
    }

    /** All of them, who leave with that. */
    List<T> leaveAll() {
        List<T> all = stream().toList();
        all.forEach(place -> place.taken = false);
        places.clear();
        left = 0;
        return all;
    }

    int size() {
        return places.size() - left;
    }

    boolean isEmpty() {
        return size() == 0;
    }

    Stream<T> stream() {
        return places.stream().filter(place -> place.taken);
    }
}
