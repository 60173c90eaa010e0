package fr.passerelle.http;

/**
 * A list of the server whose items come by id, so that its reading can start behind those that are known.
 *
 * @param <T> the items
 */
public interface PagedById<T> extends Paged<T> {

    /**
     * The same list without the items before an id, which are not fetched either.
     *
     * @param id the smallest id wanted; it need not exist
     * @throws IllegalArgumentException if it is below 1
     */
    PagedById<T> startingAt(long id);
}
