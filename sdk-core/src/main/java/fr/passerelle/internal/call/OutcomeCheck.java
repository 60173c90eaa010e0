package fr.passerelle.internal.call;

import fr.passerelle.error.CallException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * How to find out whether a write happened, when its response was lost. What is found settles the write only if it
 * could not have been there before, and shows everything that was sent.
 *
 * @param <T> what the write gives
 */
@FunctionalInterface
public interface OutcomeCheck<T> {

    /** Looks once the response is lost: what the write made, if it is certain that the write made it. */
    @FunctionalInterface
    interface Look<T> {
        CompletableFuture<Optional<T>> look(Operation operation, CallException failure);
    }

    /** Reads what is there before the write. */
    CompletableFuture<Look<T>> before(Operation operation);

    /** For what carries a name that nobody gave before: no read before is needed. */
    static <T> OutcomeCheck<T> bySomethingNew(Function<Operation, CompletableFuture<Optional<T>>> find) {
        return before -> Stages.done((after, failure) -> find.apply(after));
    }

    /**
     * For what must be read before and after.
     *
     * @param read the same both times
     * @param judge given what was there before and what is there now
     */
    static <B, T> OutcomeCheck<T> reading(
            Function<Operation, CompletableFuture<B>> read, BiFunction<B, B, Optional<T>> judge) {
        return before -> Stages.map(
                read.apply(before),
                there -> (after, failure) -> Stages.map(read.apply(after), now -> judge.apply(there, now)));
    }

    /** For a write without a value of its own, which leads to a state: it happened if the state is new. */
    static OutcomeCheck<Boolean> reaching(Function<Operation, CompletableFuture<Boolean>> state) {
        return reading(state, (before, now) -> Optional.of(true).filter(yes -> !before && now));
    }
}
