package fr.passerelle.passculture;

import fr.passerelle.internal.call.Operation;
import fr.passerelle.internal.call.OutcomeCheck;
import fr.passerelle.internal.call.Stages;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** How to find out whether a lost response spoke of something new. */
final class CreatedCheck {

    private CreatedCheck() {}

    /**
     * The check for a draft.
     *
     * @param fresh whether its {@code idAtProvider} is random: nothing else has it
     * @param readBefore whether the caller pays for a read before the write
     * @param find what may be it
     * @param id of what is found
     * @param shows whether what is found shows everything that was sent
     * @return null if nothing can be told
     */
    static <T> @Nullable OutcomeCheck<T> of(
            boolean fresh,
            boolean readBefore,
            Function<Operation, CompletableFuture<List<T>>> find,
            ToLongFunction<T> id,
            Predicate<T> shows) {
        if (fresh) {
            return OutcomeCheck.bySomethingNew(operation ->
                    Stages.map(find.apply(operation), found -> found.stream().findFirst()));
        }
        return readBefore ? OutcomeCheck.reading(find, (before, now) -> onlyNew(before, now, id, shows)) : null;
    }

    /** The one that was not there before. Two alike may be somebody else's. */
    static <T> Optional<T> onlyNew(List<T> before, List<T> now, ToLongFunction<T> id, Predicate<T> shows) {
        List<T> alike = now.stream()
                .filter(thing -> before.stream().noneMatch(old -> id.applyAsLong(old) == id.applyAsLong(thing)))
                .filter(shows)
                .toList();
        return alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
    }
}
