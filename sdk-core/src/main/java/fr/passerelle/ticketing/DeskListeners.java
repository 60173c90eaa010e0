package fr.passerelle.ticketing;

import fr.passerelle.ticketing.DeskListener.HandlerEnd;
import fr.passerelle.ticketing.DeskListener.Kind;
import fr.passerelle.ticketing.DeskListener.Response;
import fr.passerelle.ticketing.DeskListener.TakenBack;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the vendor's monitoring what happened, and the log no more than the reason. Never throws: what a listener or a
 * logging framework throws, an Error too, stays here, as the programme waits for its response.
 */
record DeskListeners(
        String desk,
        List<DeskListener> listeners,
        Consumer<DeskOutcome> onRefusal,
        Consumer<Throwable> onHandlerFailure,
        DeskWarnings warnings) {

    private static final Logger LOG = LoggerFactory.getLogger(TicketingDesk.class);

    /** A message has its response. */
    void responded(@Nullable Kind kind, DeskOutcome outcome, @Nullable String key, long nanos) {
        quietly(() -> LOG.debug("Ticketing desk {}: {} {}", desk, kind, outcome));
        if (outcome.refused()) {
            quietly(() -> warnings.refused(outcome));
            quietly(() -> onRefusal.accept(outcome));
        }
        each(listener -> listener.responded(new Response(desk, kind, outcome, key, nanos)));
    }

    void handlerEnded(Kind kind, boolean succeeded, long nanos) {
        each(listener -> listener.handlerEnded(new HandlerEnd(desk, kind, succeeded, nanos)));
    }

    private void each(Consumer<DeskListener> news) {
        for (DeskListener listener : listeners) {
            quietly(() -> news.accept(listener));
        }
    }

    /** A handler or the ledger threw. */
    void failure(Message message, Throwable failure) {
        Throwable thrown = LedgerException.unwrap(failure);
        quietly(() -> {
            if (thrown == failure) {
                warnings.handlerThrew(message, thrown);
            } else {
                warnings.ledgerThrew(message, thrown);
            }
        });
        tell(thrown);
    }

    /** The executor threw something other than that it has no thread. */
    void executorFailure(Message message, Throwable failure) {
        quietly(() -> warnings.executorThrew(message, failure));
        tell(failure);
    }

    /** The executor has no thread. */
    void saturated(Message message) {
        quietly(() -> warnings.saturated(message));
    }

    /** A message could not even be read, and it is not the message's fault. */
    void readingFailure(Throwable failure) {
        quietly(() -> warnings.readingThrew(failure));
        tell(failure);
    }

    /** No response within the deadline. */
    void tooSlow(Message message) {
        quietly(() -> warnings.tooSlow(message));
    }

    /** Tickets that the programme was not given were taken back. */
    void takenBack(Message message) {
        quietly(() -> warnings.takenBack(message));
        each(listener -> listener.takenBack(new TakenBack(desk, true)));
    }

    /** Tickets that the programme was not given are still out. */
    void undoFailed(Message message, Throwable failure) {
        quietly(() -> warnings.notTakenBack(message, LedgerException.unwrap(failure)));
        quietly(() -> onRefusal.accept(DeskOutcome.UNDO_FAILED));
        each(listener -> listener.takenBack(new TakenBack(desk, false)));
    }

    /** The supplier of HMAC keys threw or gave none; those of before stay. */
    void keysFailed(Throwable failure) {
        quietly(() -> warnings.keysFailed(failure));
        tell(failure);
    }

    /** The supplier of HMAC keys takes too long; those of before stay. */
    void keysLate() {
        quietly(warnings::keysLate);
    }

    /** Gives the vendor what was thrown. */
    void tell(Throwable failure) {
        Throwable thrown = LedgerException.unwrap(failure);
        keepInterrupt(thrown);
        quietly(() -> onHandlerFailure.accept(thrown));
    }

    /** Whoever owns this thread still wants it to stop. */
    private static void keepInterrupt(Throwable failure) {
        if (failure instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
    }

    private static void quietly(Runnable news) {
        try {
            news.run();
        } catch (Throwable failure) {
            keepInterrupt(failure);
            debug(failure);
        }
    }

    private static void debug(Throwable failure) {
        try {
            LOG.debug(
                    "A listener of the ticketing desk threw {}",
                    failure.getClass().getName());
        } catch (Throwable brokenLog) {
            // It was the log that threw: there is nobody left to tell.
        }
    }
}
