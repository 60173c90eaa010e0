package fr.passerelle.internal.call;

import fr.passerelle.http.Paged;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** A list, read on the caller's thread. */
record Pages<T>(PageList<T> source) implements Paged<T> {

    @Override
    public Iterable<List<T>> pages() {
        return () -> new Reading<>(source.requests(), source.cursors().get());
    }

    private static final class Reading<T> implements Iterator<List<T>> {

        private final RequestExecutor requests;
        private final PageCursor<T> cursor;
        private List<T> page = List.of();

        Reading(RequestExecutor requests, PageCursor<T> cursor) {
            this.requests = requests;
            this.cursor = cursor;
        }

        @Override
        public boolean hasNext() {
            while (page.isEmpty() && cursor.hasMore()) {
                page = requests.await(cursor::next);
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
