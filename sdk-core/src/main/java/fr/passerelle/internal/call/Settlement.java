package fr.passerelle.internal.call;

import fr.passerelle.client.error.PassCultureException;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How a write is looked for after its answer was lost. The endpoint's row says what to make of it when it is not there.
 *
 * @param <T> what the write answers
 */
@FunctionalInterface
public interface Settlement<T> {

    /**
     * What the write was to make, if it is there. What this throws means that nothing could be learnt.
     *
     * @param calls to read with, under the write's own deadline
     * @param failure how the write ended: without an answer that tells, or with a refusal that was answered to a second
     *     one and may speak of the first
     */
    Optional<T> look(Calls calls, PassCultureException failure);

    /** For what only the answer to a second one can tell. */
    static <T> Settlement<T> bySendingAgain() {
        return (calls, failure) -> Optional.empty();
    }

    /** For a write without an answer of its own: it happened if this is so. The value says that it was doubted. */
    static Settlement<Boolean> when(Predicate<Calls> seen) {
        return (calls, failure) -> Optional.of(true).filter(yes -> seen.test(calls));
    }
}
