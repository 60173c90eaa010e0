package fr.passerelle.ticketing;

import fr.passerelle.ticketing.DeskListener.Kind;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Handlers that tell listeners how long they took, and that fail where a user's handler returns null. */
record HandlerTimer(DeskListeners listeners, DeskTime time) {

    @Nullable
    BookingHandler ofBookings(@Nullable BookingHandler handler) {
        return handler == null
                ? null
                : booking -> timed(Kind.BOOKING, "the booking handler's response", () -> handler.book(booking));
    }

    @Nullable
    CancellationHandler ofCancellations(@Nullable CancellationHandler handler) {
        return handler == null
                ? null
                : barcodes ->
                        timed(Kind.CANCELLATION, "the cancellation handler's response", () -> handler.cancel(barcodes));
    }

    @Nullable
    NotificationHandler ofNotifications(@Nullable NotificationHandler handler) {
        return handler == null
                ? null
                : notice -> timed(Kind.NOTIFICATION, "nothing", () -> {
                    handler.take(notice);
                    return notice;
                });
    }

    private <T> T timed(Kind kind, String what, Callable<T> handler) throws Exception {
        long start = time.nanos();
        boolean succeeded = false;
        try {
            T response = Objects.requireNonNull(handler.call(), what);
            succeeded = true;
            return response;
        } finally {
            listeners.handlerEnded(kind, succeeded, time.nanos() - start);
        }
    }
}
