package fr.passerelle.passculture;

import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.internal.call.Operation;
import fr.passerelle.internal.call.Stages;
import fr.passerelle.passculture.endpoint.PassCultureEndpoint;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is to replace a venue's sessions: one at a time in the whole process, in the order in which they came.
 * Two at once could cross in the server's background work.
 */
final class CinemaTurn {

    /** A venue of a server: clients of one server share it. */
    private record Venue(Object server, long id) {}

    /** The last in each venue's queue; complete once it has had its turn. */
    private static final Map<Venue, CompletableFuture<Boolean>> LAST = new ConcurrentHashMap<>();

    private CinemaTurn() {}

    static <T> CompletableFuture<T> take(
            Operation operation, Object server, long venueId, Supplier<CompletableFuture<T>> work) {
        Venue venue = new Venue(server, venueId);
        CompletableFuture<Boolean> over = new CompletableFuture<>();
        CompletableFuture<Boolean> before = LAST.put(venue, over);
        CompletableFuture<T> done = before == null || before.isDone()
                ? Stages.start(work)
                : Stages.then(
                        operation.handTo(() -> before, HttpCall.to(PassCultureEndpoint.REPLACE_CINEMA_SESSIONS)),
                        mine -> work.get());
        Stages.whenDone(done, (value, failure) -> pass(venue, before, over));
        return done;
    }

    /** Who gives up while waiting leaves a place that is over once its turn comes. */
    private static void pass(
            Venue venue, @Nullable CompletableFuture<Boolean> before, CompletableFuture<Boolean> over) {
        Runnable next = () -> {
            LAST.remove(venue, over);
            over.complete(true);
        };
        if (before == null || before.isDone()) {
            next.run();
        } else {
            Stages.whenDone(before, (value, failure) -> next.run());
        }
    }
}
