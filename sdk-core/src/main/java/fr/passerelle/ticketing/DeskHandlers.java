package fr.passerelle.ticketing;

import fr.passerelle.ticketing.HandlerCall.Result;
import fr.passerelle.ticketing.HandlerCall.Undo;
import fr.passerelle.ticketing.HandlerCall.Work;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The vendor's handlers: which one a message is for, and what its answer becomes. */
record DeskHandlers(
        @Nullable BookingHandler booking,
        @Nullable CancellationHandler cancellation,
        @Nullable NotificationHandler notification,
        @Nullable UndoHandler undo,
        TicketLedger ledger,
        Function<BookingMessage, SaleAttempt> attempts) {

    private static final Undo NOTHING_TO_UNDO = () -> {};

    /** The call that a message asks for. */
    Work workFor(Message message) throws RefusedMessageException {
        if (message instanceof Message.Booking it && booking != null) {
            BookingHandler handler = booking;
            return () -> book(handler, it.booking());
        }
        if (message instanceof Message.Cancellation it && cancellation != null) {
            CancellationHandler handler = cancellation;
            return () -> cancel(handler, it.barcodes());
        }
        if (message instanceof Message.Notification it && notification != null) {
            NotificationHandler handler = notification;
            return () -> take(handler, it.notification());
        }
        throw new RefusedMessageException(DeskOutcome.NO_HANDLER);
    }

    private @Nullable Result book(BookingHandler handler, BookingMessage message) throws Exception {
        SaleAttempt attempt = attempts.apply(message);
        Claim claim = ledger.claim(attempt);
        if (claim instanceof Claim.InProgress) {
            return null;
        }
        if (claim instanceof Claim.Over) {
            return new Result(DeskOutcome.BOOKING_OVER.answer(), NOTHING_TO_UNDO);
        }
        if (claim instanceof Claim.Sold before) {
            return sold(message, attempt.key(), BookingAnswer.tickets(before.remaining(), before.tickets()), true);
        }
        return sell(handler, message, attempt.key());
    }

    private Result sell(BookingHandler handler, BookingMessage message, BookingKey key) throws Exception {
        BookingAnswer answer;
        try {
            answer = Objects.requireNonNull(handler.book(message), "the booking handler's answer");
        } catch (Throwable failure) {
            ledger.forget(key);
            throw failure;
        }
        if (answer.tickets().isEmpty()) {
            ledger.forget(key);
            return new Result(answer.toDeskAnswer(), NOTHING_TO_UNDO);
        }
        boolean live;
        try {
            live = ledger.give(key, answer.tickets(), answer.remaining());
        } catch (Throwable notKept) {
            try {
                takeBack(message, answer.tickets());
            } catch (Throwable stillOut) {
                notKept.addSuppressed(stillOut);
            }
            throw notKept;
        }
        return sold(message, key, answer, live);
    }

    private Result sold(BookingMessage message, BookingKey key, BookingAnswer answer, boolean live) {
        // The server would lose tickets of any other number (reference 9.4).
        boolean asManyAsPlaces = answer.tickets().size() == message.quantity();
        DeskAnswer told = !live
                ? DeskOutcome.BOOKING_OVER.answer()
                : asManyAsPlaces ? answer.toDeskAnswer() : DeskOutcome.TICKETS_NOT_PLACES.answer();
        return new Result(told, () -> undo(message, key, answer.tickets()));
    }

    private void undo(BookingMessage message, BookingKey key, List<Ticket> tickets) throws Exception {
        if (ledger.withdraw(key)) {
            takeBack(message, tickets);
            ledger.undone(key);
        }
    }

    private void takeBack(BookingMessage message, List<Ticket> tickets) throws Exception {
        if (undo != null) {
            undo.undo(message, tickets);
        } else if (cancellation != null) {
            cancellation.cancel(tickets.stream().map(Ticket::barcode).toList());
        } else {
            throw new IllegalStateException("tickets nobody will get, and neither an undo nor a cancellation handler");
        }
    }

    private Result cancel(CancellationHandler handler, List<String> barcodes) throws Exception {
        CancellationAnswer answer =
                Objects.requireNonNull(handler.cancel(barcodes), "the cancellation handler's answer");
        if (answer.isVoid()) {
            ledger.cancelled(barcodes);
        }
        return new Result(answer.toDeskAnswer(), NOTHING_TO_UNDO);
    }

    private static Result take(NotificationHandler handler, NotificationMessage message) throws Exception {
        handler.take(message);
        return new Result(DeskOutcome.ANSWERED.answer(), NOTHING_TO_UNDO);
    }
}
