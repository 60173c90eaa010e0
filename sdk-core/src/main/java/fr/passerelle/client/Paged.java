package fr.passerelle.client;

import fr.passerelle.internal.call.PageSource;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A list of the server, fetched page by page as it is read. Each iteration starts anew; each page is a call of its own,
 * with its own permit, attempts and deadline, and throws what a call throws.
 *
 * @param <T> the items
 */
public final class Paged<T> implements Iterable<T> {

    private final PageSource<T> source;
    private final long firstId;

    Paged(PageSource<T> source) {
        this(source, PageSource.FIRST_INDEX);
    }

    private Paged(PageSource<T> source, long firstId) {
        this.source = source;
        this.firstId = firstId;
    }

    /**
     * The same list without the items before an id, which are not fetched either.
     *
     * @param id the smallest id wanted, 1 or more; it need not exist
     */
    public Paged<T> startingAt(long id) {
        return new Paged<>(source, id);
    }

    @Override
    public Iterator<T> iterator() {
        return stream().iterator();
    }

    /** The items, lazily: a page is fetched when its first item is asked for. */
    public Stream<T> stream() {
        return StreamSupport.stream(pages().spliterator(), false).flatMap(List::stream);
    }

    /** The pages, lazily: at most 50 items each, none empty. */
    public Iterable<List<T>> pages() {
        return () -> new Pages<>(new PageCursor<>(source, firstId));
    }

    /** All items at once. */
    public List<T> toList() {
        return stream().toList();
    }

    private static final class Pages<T> implements Iterator<List<T>> {

        private final PageCursor<T> cursor;
        private List<T> page = List.of();

        Pages(PageCursor<T> cursor) {
            this.cursor = cursor;
        }

        @Override
        public boolean hasNext() {
            if (page.isEmpty() && cursor.hasMore()) {
                page = cursor.moved(cursor.source().fetch(cursor.firstIndex()));
            }
            return !page.isEmpty();
        }

        @Override
        public List<T> next() {
            if (!hasNext()) {
                throw new NoSuchElementException("no more pages");
            }
            List<T> current = page;
            page = List.of();
            return current;
        }
    }
}
