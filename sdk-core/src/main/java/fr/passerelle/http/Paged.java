package fr.passerelle.http;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A list of the server, fetched page by page as it is read. Each iteration starts anew; each page is a call of its own,
 * with its own permit, attempts and deadline, and throws what a call throws.
 *
 * @param <T> the items
 */
public interface Paged<T> extends Iterable<T> {

    /** The pages, lazily: none empty. */
    Iterable<List<T>> pages();

    /** The items, lazily: a page is fetched when its first item is asked for. */
    default Stream<T> stream() {
        return StreamSupport.stream(pages().spliterator(), false).flatMap(List::stream);
    }

    @Override
    default Iterator<T> iterator() {
        return stream().iterator();
    }

    /** All items at once. */
    default List<T> toList() {
        return stream().toList();
    }
}
