package fr.passerelle.ticketing;

import fr.passerelle.ticketing.HandlerCall.Result;
import fr.passerelle.ticketing.HandlerCall.Undo;
import fr.passerelle.ticketing.HandlerCall.Work;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The vendor's handlers: which one a message is for, and what its answer becomes. */
record DeskHandlers(
        @Nullable BookingHandler booking,
        @Nullable CancellationHandler cancellation,
        @Nullable NotificationHandler notification,
        @Nullable UndoHandler undo) {

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

    private Result book(BookingHandler handler, BookingMessage message) throws Exception {
        BookingAnswer answer = Objects.requireNonNull(handler.book(message), "the booking handler's answer");
        List<Ticket> tickets = answer.tickets();
        if (tickets.isEmpty()) {
            return new Result(answer.toDeskAnswer(), NOTHING_TO_UNDO);
        }
        // The server would lose tickets of any other number (reference 9.4).
        boolean asManyAsPlaces = tickets.size() == message.quantity();
        return new Result(
                asManyAsPlaces ? answer.toDeskAnswer() : DeskOutcome.TICKETS_NOT_PLACES.answer(),
                () -> undo(message, tickets));
    }

    private void undo(BookingMessage message, List<Ticket> tickets) throws Exception {
        if (undo != null) {
            undo.undo(message, tickets);
        } else if (cancellation != null) {
            cancellation.cancel(tickets.stream().map(Ticket::barcode).toList());
        } else {
            throw new IllegalStateException("tickets nobody will get, and neither an undo nor a cancellation handler");
        }
    }

    private static Result cancel(CancellationHandler handler, List<String> barcodes) throws Exception {
        CancellationAnswer answer =
                Objects.requireNonNull(handler.cancel(barcodes), "the cancellation handler's answer");
        return new Result(answer.toDeskAnswer(), NOTHING_TO_UNDO);
    }

    private static Result take(NotificationHandler handler, NotificationMessage message) throws Exception {
        handler.take(message);
        return new Result(DeskOutcome.ANSWERED.answer(), NOTHING_TO_UNDO);
    }
}
