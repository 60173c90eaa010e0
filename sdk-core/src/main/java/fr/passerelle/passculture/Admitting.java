package fr.passerelle.passculture;

import fr.passerelle.error.CallException;
import fr.passerelle.error.CallInterruptedException;
import fr.passerelle.error.ForbiddenException;
import fr.passerelle.error.GoneException;
import fr.passerelle.error.NotFoundException;
import fr.passerelle.internal.call.Operation;
import fr.passerelle.internal.call.Stages;
import fr.passerelle.model.booking.Booking;
import fr.passerelle.model.booking.BookingStatus;
import fr.passerelle.model.value.Countermark;
import fr.passerelle.passculture.Admission.Outcome;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Reads, then uses. The read gives the booking's id, and by its id a booking shows its state whatever became of the
 * response to the use; its countermark would not (reference 7.2).
 */
final class Admitting {

    /** Where a refusal for the booking's sake stands. */
    private static final String BOOKING = "booking";
    /** Where a refusal stands if the venue has been paid. */
    private static final String PAYMENT = "payment";

    private static final Map<BookingStatus, Outcome> BY_STATUS = Map.of(
            BookingStatus.USED, Outcome.ALREADY_USED,
            BookingStatus.CANCELLED, Outcome.CANCELLED,
            BookingStatus.REIMBURSED, Outcome.PAID_OUT);

    private Admitting() {}

    static CompletableFuture<Admission> admit(Operation operation, Countermark countermark) {
        return Stages.handle(
                Bookings.byCountermark(operation, countermark),
                booking -> use(operation, countermark, booking),
                failure -> failure instanceof GoneException gone
                        ? Stages.done(Admission.refused(Outcome.USED_OR_CANCELLED, null, gone))
                        : refused(operation, failure, null));
    }

    private static CompletableFuture<Admission> use(Operation operation, Countermark countermark, Booking booking) {
        return Stages.handle(
                Bookings.use(operation, countermark),
                doubted -> {
                    Booking used = Booking.builder()
                            .from(booking)
                            .status(BookingStatus.USED)
                            .build();
                    return Stages.done(Admission.admitted(used, doubted));
                },
                thrown -> isAboutTheBooking(thrown)
                        ? Stages.then(
                                now(operation, booking),
                                now -> notAdmitted(operation, (CallException) thrown, booking, now))
                        : Stages.failed(thrown));
    }

    /** A refusal of this booking, or a doubt what became of it; not a call that was not made, or not heard. */
    private static boolean isAboutTheBooking(Throwable thrown) {
        if (!(thrown instanceof CallException failure) || thrown instanceof CallInterruptedException) {
            return false;
        }
        return failure.mayHaveBeenProcessed()
                || failure instanceof GoneException
                || failure instanceof NotFoundException
                || failure instanceof ForbiddenException;
    }

    /**
     * What became of a booking that was good when this scan began. Used since: by this scan, if its response was lost,
     * or by another door; nothing tells them apart.
     */
    private static CompletableFuture<Admission> notAdmitted(
            Operation operation, CallException failure, Booking before, Optional<Booking> now) {
        Booking shown = now.orElse(before);
        Outcome outcome = now.map(Booking::status).map(BY_STATUS::get).orElse(null);
        boolean doubted = failure.mayHaveBeenProcessed();
        if (doubted && outcome != Outcome.CANCELLED && outcome != Outcome.PAID_OUT) {
            return Stages.done(Admission.refused(Outcome.UNCERTAIN, shown, failure));
        }
        if (failure instanceof GoneException || doubted) {
            Outcome known = outcome == null ? Outcome.USED_OR_CANCELLED : outcome;
            return Stages.done(Admission.refused(known, shown, failure));
        }
        return refused(operation, failure, shown);
    }

    /**
     * A structure that is closed is told by a list, a beneficiary who may still cancel by a bare string (reference
     * 7.2).
     */
    private static CompletableFuture<Admission> refused(
            Operation operation, Throwable failure, @Nullable Booking booking) {
        if (failure instanceof NotFoundException unknown) {
            return Stages.done(Admission.refused(Outcome.UNKNOWN, booking, unknown));
        }
        if (failure instanceof ForbiddenException e && e.errors().containsKey(PAYMENT)) {
            return Stages.done(Admission.refused(Outcome.PAID_OUT, booking, e));
        }
        if (failure instanceof ForbiddenException e && e.errors().containsKey(BOOKING)) {
            boolean closed = operation.isList(e.response(), BOOKING);
            return Stages.done(Admission.refused(closed ? Outcome.CLOSED : Outcome.TOO_EARLY, booking, e));
        }
        // Not about the beneficiary: the network, or the vendor's account is inactive.
        return Stages.failed(failure);
    }

    /** The booking as it is now, if that can be read. */
    private static CompletableFuture<Optional<Booking>> now(Operation operation, Booking booking) {
        return Stages.recover(
                Bookings.find(operation, booking),
                unread -> unread instanceof CallException ? Stages.done(Optional.empty()) : Stages.failed(unread));
    }
}
