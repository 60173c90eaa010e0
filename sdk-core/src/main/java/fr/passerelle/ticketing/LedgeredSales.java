package fr.passerelle.ticketing;

import fr.passerelle.ticketing.HandlerCall.Busy;
import fr.passerelle.ticketing.HandlerCall.Result;
import fr.passerelle.ticketing.HandlerCall.Step;
import fr.passerelle.ticketing.UnsettledSales.Unsettled;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sells each booking once, with a ledger, whichever call of the ledger or of a handler fails. What a ledger could not
 * be told is kept here, and told before anything else when the same message comes again.
 */
final class LedgeredSales {

    /** Gives tickets back to the vendor's system. */
    interface TakeBack {
        void run(BookingMessage message, List<Ticket> tickets) throws Exception;
    }

    private final TicketLedger ledger;
    private final Function<BookingMessage, SaleAttempt> attempts;
    private final DeskListeners listeners;
    private final UnsettledSales unsettled = new UnsettledSales();

    /** The bookings that this desk is selling, as many as handlers run; each future completes when it is done. */
    private final Map<BookingKey, CompletableFuture<@Nullable Void>> inProgress = new ConcurrentHashMap<>();

    LedgeredSales(TicketLedger ledger, Function<BookingMessage, SaleAttempt> attempts, DeskListeners listeners) {
        this.ledger = new GuardedLedger(ledger);
        this.attempts = attempts;
        this.listeners = listeners;
    }

    /** One try; busy if another delivery of the same booking is in progress. */
    Step book(BookingHandler handler, TakeBack takeBack, Message.Booking booking) throws Exception {
        return new Delivery(handler, takeBack, booking, attempts.apply(booking.booking())).book();
    }

    /**
     * The vendor has cancelled tickets. If the ledger throws, the programme is told so all the same: it would keep a
     * booking whose places are sold to somebody else.
     */
    void cancelled(Message.Cancellation message) {
        try {
            ledger.cancelled(message.barcodes());
            unsettled.removeCancelled(message.barcodes());
        } catch (Throwable failure) {
            unsettled.putCancelled(message.barcodes());
            listeners.failure(message, failure);
        }
    }

    /** One delivery of one booking, for one run of its work. */
    private final class Delivery {

        private final BookingHandler handler;
        private final TakeBack takeBack;
        private final Message.Booking booking;
        private final SaleAttempt attempt;
        private final BookingKey key;

        Delivery(BookingHandler handler, TakeBack takeBack, Message.Booking booking, SaleAttempt attempt) {
            this.handler = handler;
            this.takeBack = takeBack;
            this.booking = booking;
            this.attempt = attempt;
            this.key = attempt.key();
        }

        Step book() throws Exception {
            CompletableFuture<@Nullable Void> other = inProgress.get(key);
            if (other != null) {
                return new Busy(other);
            }
            Unsettled before = unsettled.take(key);
            if (before != null && before.claimed()) {
                settle(before);
            }
            Claim claim = claim();
            if (claim instanceof Claim.InProgress) {
                return heldAlready(before != null && !before.claimed());
            }
            if (claim instanceof Claim.Sold sold) {
                return soldBefore(sold);
            }
            if (claim instanceof Claim.Over) {
                return Result.of(DeskOutcome.BOOKING_OVER.response());
            }
            CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
            inProgress.put(key, done);
            try {
                return sell();
            } finally {
                inProgress.remove(key);
                done.complete(null);
            }
        }

        private Claim claim() {
            try {
                return ledger.claim(attempt);
            } catch (Throwable failure) {
                unsettled.put(key, Unsettled.IN_DOUBT);
                throw failure;
            }
        }

        /** By another delivery, to wait for; or by one of this desk whose claim threw and was kept: then by nobody. */
        private Step heldAlready(boolean inDoubt) {
            CompletableFuture<@Nullable Void> other = inProgress.get(key);
            if (inDoubt && other == null) {
                unsettled.put(key, Unsettled.IN_DOUBT);
                return Result.of(DeskOutcome.HANDLER_FAILED.response());
            }
            return new Busy(other);
        }

        private Result soldBefore(Claim.Sold sold) {
            List<String> cancelled = unsettled.cancelledOf(sold.tickets());
            if (!cancelled.isEmpty()) {
                LedgeredSales.this.cancelled(new Message.Cancellation(cancelled));
                return Result.of(DeskOutcome.BOOKING_OVER.response());
            }
            BookingResponse response = BookingResponse.tickets(sold.remaining(), sold.tickets());
            return new Result(response.toRedeliveryOf(booking.booking()), () -> undo(sold.tickets()));
        }

        private Result sell() throws Exception {
            BookingResponse response;
            try {
                response = handler.book(booking.booking());
            } catch (Throwable failure) {
                notSold();
                throw failure;
            }
            if (response.tickets().isEmpty()) {
                notSold();
                return Result.of(response.toDeskResponse());
            }
            boolean live;
            try {
                live = ledger.give(key, response.tickets(), response.remaining());
            } catch (Throwable failure) {
                notKept(response.tickets());
                throw failure;
            }
            return new Result(
                    live ? response.toDeskResponseTo(booking.booking()) : DeskOutcome.BOOKING_OVER.response(),
                    () -> undo(response.tickets()));
        }

        /** Whatever the handler said stays true if the ledger cannot forget the sale at once. */
        private void notSold() {
            try {
                ledger.forget(key);
            } catch (Throwable failure) {
                unsettled.put(key, Unsettled.NOT_SOLD);
                listeners.failure(booking, failure);
            }
        }

        private void notKept(List<Ticket> tickets) {
            try {
                settle(Unsettled.sold(tickets));
            } catch (Throwable failure) {
                listeners.failure(booking, failure);
            }
        }

        private boolean undo(List<Ticket> tickets) throws Exception {
            if (!ledger.withdraw(key)) {
                return false;
            }
            takeBack.run(booking.booking(), tickets);
            ledger.undone(key);
            return true;
        }

        /**
         * Brings the vendor's system and the ledger together again. Tickets are taken back once, unless the ledger has
         * them after all and another delivery has given them to the programme. Not settled if it throws.
         */
        private void settle(Unsettled sale) throws Exception {
            Unsettled left = sale;
            try {
                if (sale.tickets().isEmpty()) {
                    ledger.forget(key);
                    return;
                }
                boolean kept;
                try {
                    kept = isKept(sale.tickets().get(0));
                } catch (Throwable unknown) {
                    left = takenBack(left); // a ledger that is out of reach has not given them to anybody
                    throw unknown;
                }
                if (kept && !ledger.withdraw(key)) {
                    return;
                }
                left = takenBack(left);
                if (kept) {
                    ledger.undone(key);
                } else {
                    ledger.forget(key);
                }
            } catch (Throwable failure) {
                unsettled.put(key, left);
                if (!left.tickets().isEmpty() && !left.takenBack()) {
                    listeners.undoFailed(booking, failure);
                }
                throw failure;
            }
        }

        /** A barcode may be that of an earlier sale that is over. */
        private boolean isKept(Ticket ticket) {
            return ledger.ticket(ticket.barcode())
                    .filter(state -> state == SaleState.GIVEN || state == SaleState.ORPHAN)
                    .isPresent();
        }

        private Unsettled takenBack(Unsettled sale) throws Exception {
            if (sale.takenBack()) {
                return sale;
            }
            takeBack.run(booking.booking(), sale.tickets());
            listeners.takenBack(booking);
            return sale.afterTakingBack();
        }
    }
}
