package fr.passerelle.http;

/**
 * A list of the server whose items come by id, fetched without a thread that waits: {@link PagedById} by futures.
 *
 * @param <T> the items
 */
public interface AsyncPagedById<T> extends AsyncPaged<T> {

    /**
     * The same list without the items before an id, which are not fetched either.
     *
     * @param id the smallest id wanted; it need not exist
     * @throws IllegalArgumentException if it is below 1
     */
    AsyncPagedById<T> startingAt(long id);
}
