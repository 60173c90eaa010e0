package fr.passerelle.internal.call;

import java.util.List;

/** Where the reading of a list stands. For one reader. */
final class PageCursor<T> {

    private final PageSource<T> source;
    private long firstIndex;
    private boolean more = true;

    PageCursor(PageSource<T> source, long firstIndex) {
        this.source = source;
        this.firstIndex = firstIndex;
    }

    PageSource<T> source() {
        return source;
    }

    /** The smallest id of the next page. */
    long firstIndex() {
        return firstIndex;
    }

    /** Whether there may be another page. */
    boolean hasMore() {
        return more;
    }

    /** Moves on behind a page, and gives it back. */
    List<T> moved(List<T> page) {
        more = source.isFull(page);
        firstIndex = more ? source.after(page, firstIndex) : firstIndex;
        return page;
    }
}
