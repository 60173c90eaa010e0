package fr.passerelle.ticketing;

import fr.passerelle.ticketing.HandlerCall.Result;
import fr.passerelle.ticketing.HandlerCall.Work;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The vendor's handlers: which one a message is for, and what its response becomes. {@link HandlerTimer} has seen to it
 * that none returns null.
 */
record DeskHandlers(
        @Nullable BookingHandler booking,
        @Nullable CancellationHandler cancellation,
        @Nullable NotificationHandler notification,
        @Nullable CompensationHandler undo,
        @Nullable LedgeredSales sales) {

    /** The call that a message asks for. */
    Work workFor(Message message) throws RefusedMessageException {
        if (message instanceof Message.Booking it && booking != null) {
            BookingHandler handler = booking;
            return sales == null ? () -> book(handler, it.booking()) : () -> sales.book(handler, this::takeBack, it);
        }
        if (message instanceof Message.Cancellation it && cancellation != null) {
            CancellationHandler handler = cancellation;
            return () -> cancel(handler, it);
        }
        if (message instanceof Message.Notification it && notification != null) {
            NotificationHandler handler = notification;
            return () -> take(handler, it.notification());
        }
        throw new RefusedMessageException(DeskOutcome.NO_HANDLER);
    }

    /** Without a ledger every delivery is a booking. */
    private Result book(BookingHandler handler, BookingMessage message) throws Exception {
        BookingResponse response = handler.book(message);
        if (response.tickets().isEmpty()) {
            return Result.of(response.toDeskResponse());
        }
        return new Result(response.toDeskResponseTo(message), () -> {
            takeBack(message, response.tickets());
            return true;
        });
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

    private Result cancel(CancellationHandler handler, Message.Cancellation message) throws Exception {
        CancellationResponse response = handler.cancel(message.barcodes());
        if (sales != null && response.isVoid()) {
            sales.cancelled(message);
        }
        return Result.of(response.toDeskResponse());
    }

    private static Result take(NotificationHandler handler, NotificationMessage message) throws Exception {
        handler.take(message);
        return Result.of(DeskOutcome.NOTED.response());
    }
}
