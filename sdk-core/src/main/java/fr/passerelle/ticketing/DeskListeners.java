package fr.passerelle.ticketing;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the vendor's monitoring what happened, and the log no more than the reason. A listener's failure stays here.
 */
record DeskListeners(Consumer<DeskOutcome> onRefusal, Consumer<Throwable> onHandlerFailure) {

    private static final Logger LOG = LoggerFactory.getLogger(TicketingDesk.class);

    void outcome(DeskOutcome outcome) {
        LOG.debug("Vendor message: {}", outcome);
        if (outcome.refused()) {
            tell(onRefusal, outcome);
        }
    }

    /** The log gets the class only: what a handler puts in its messages may be personal. */
    void handlerFailure(Throwable failure) {
        LOG.debug("A handler of the ticketing desk threw {}", failure.getClass().getName());
        tell(onHandlerFailure, failure);
    }

    private static <T> void tell(Consumer<T> listener, T news) {
        try {
            listener.accept(news);
        } catch (RuntimeException failure) {
            LOG.debug(
                    "A listener of the ticketing desk threw {}",
                    failure.getClass().getName());
        }
    }
}
