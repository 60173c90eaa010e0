package fr.passerelle.passculture;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Cuts what is too long for one call. */
final class Batches {

    private Batches() {}

    /** The items in their order, so many at a time. */
    static <T> Stream<List<T>> into(int most, List<T> items) {
        return IntStream.iterate(0, from -> from < items.size(), from -> from + most)
                .mapToObj(from -> items.subList(from, Math.min(from + most, items.size())));
    }
}
