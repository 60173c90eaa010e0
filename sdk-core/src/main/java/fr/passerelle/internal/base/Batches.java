package fr.passerelle.internal.base;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Cuts what is too long for one call. */
public final class Batches {

    private Batches() {}

    /** The items in their order, so many at a time. */
    public static <T> Stream<List<T>> into(int most, List<T> items) {
        return IntStream.iterate(0, from -> from < items.size(), from -> from + most)
                .mapToObj(from -> items.subList(from, Math.min(from + most, items.size())));
    }
}
