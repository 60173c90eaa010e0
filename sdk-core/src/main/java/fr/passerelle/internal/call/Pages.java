package fr.passerelle.internal.call;

import fr.passerelle.http.Paged;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** A list, read on the caller's thread. */
record Pages<T>(PageSource<T> source, long firstId) implements Paged<T> {

    @Override
    public Paged<T> startingAt(long id) {
        return new Pages<>(source, PageSource.checkId(id));
    }

    @Override
    public Iterable<List<T>> pages() {
        return () -> new Reading<>(new PageCursor<>(source, firstId));
    }

    private static final class Reading<T> implements Iterator<List<T>> {

        private final PageCursor<T> cursor;
        private List<T> page = List.of();

        Reading(PageCursor<T> cursor) {
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
