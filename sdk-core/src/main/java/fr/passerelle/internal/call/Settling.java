package fr.passerelle.internal.call;

import fr.passerelle.client.RawAnswer;
import fr.passerelle.client.error.ApiException;
import fr.passerelle.client.error.CallInterruptedException;
import fr.passerelle.client.error.Failures;
import fr.passerelle.client.error.PassCultureException;
import fr.passerelle.client.error.TransportException;
import fr.passerelle.client.error.UnreadableAnswerException;
import fr.passerelle.internal.Repeatability;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes a write end in one effect, or say that it cannot know. The principle stands at {@link Repeatability}. A lost
 * answer is none at all, one that cannot be read, a 408 or a 5xx; attempts below have repeated by then what does no
 * harm.
 */
final class Settling<T> {

    /** A first request that is still under way gets this long, where only reading can tell. */
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final Calls calls;
    private final Function<RawAnswer, T> reading;
    private final @Nullable Settlement<T> settlement;

    /**
     * A way to make a write.
     *
     * @param calls with the write's deadline, which holds for all that is read
     * @param reading of its answer; throws what the answer means
     * @param settlement null if nothing can be read
     */
    Settling(Calls calls, Function<RawAnswer, T> reading, @Nullable Settlement<T> settlement) {
        this.calls = calls;
        this.reading = reading;
        this.settlement = settlement;
    }

    T send(Call first) {
        Call call = first;
        while (true) {
            try {
                return reading.apply(calls.send(call));
            } catch (TransportException | ApiException | UnreadableAnswerException failure) {
                if (!failure.mayHaveBeenProcessed()) {
                    throw failure;
                }
                Call next = call.afterDoubt(failure.attempts());
                Optional<T> seen = look(next, failure);
                if (seen.isPresent()) {
                    return seen.get();
                }
                if (!again(next, failure)) {
                    throw failure;
                }
                call = next;
            }
        }
    }

    private Optional<T> look(Call next, PassCultureException failure) {
        if (settlement == null) {
            return Optional.empty();
        }
        Duration asked = askedPause(failure);
        if (asked.compareTo(next.deadline().remaining()) >= 0) {
            throw failure;
        }
        try {
            calls.pause(asked, next);
            Optional<T> seen = settlement.look(calls, failure);
            if (seen.isEmpty() && next.repeatability() == Repeatability.VERIFIABLE) {
                calls.pause(MOMENT, next);
                seen = settlement.look(calls, failure);
            }
            return seen;
        } catch (CallInterruptedException e) {
            throw Failures.interrupted(next, true);
        } catch (PassCultureException | IllegalStateException e) {
            // A read that failed, or a client that was closed: the write's own failure says what matters.
            failure.addSuppressed(e);
            throw failure;
        }
    }

    private static Duration askedPause(PassCultureException failure) {
        return failure instanceof ApiException api ? api.retryAfter().orElse(Duration.ZERO) : Duration.ZERO;
    }

    private boolean again(Call next, PassCultureException failure) {
        boolean harmless = switch (next.repeatability()) {
            // What the attempts could see they have repeated; an answer is read only up here.
            case IDEMPOTENT -> failure instanceof UnreadableAnswerException;
            case GUARDED -> settlement != null && lost(failure);
            default -> false;
        };
        return harmless && next.attempt() <= next.limits().attempts();
    }

    /** Rather than a refusal. */
    private static boolean lost(PassCultureException failure) {
        return !(failure instanceof ApiException api) || api.status() == 408 || api.status() >= 500;
    }
}
