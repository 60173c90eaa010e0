package fr.passerelle.internal.call;

import fr.passerelle.http.PagedById;
import java.util.List;

/** A list of which pages begin at an id, read on the caller's thread. */
record PagesById<T>(PageSource<T> source, long firstId) implements PagedById<T> {

    @Override
    public PagedById<T> startingAt(long id) {
        return new PagesById<>(source, PageSource.checkId(id));
    }

    @Override
    public Iterable<List<T>> pages() {
        return source.from(firstId).paged().pages();
    }
}
