package fr.passerelle.client;

import fr.passerelle.client.Admission.Outcome;
import fr.passerelle.client.error.ApiException;
import fr.passerelle.client.error.DeadlineException;
import fr.passerelle.client.error.ForbiddenException;
import fr.passerelle.client.error.GoneException;
import fr.passerelle.client.error.NotFoundException;
import fr.passerelle.client.error.PassCultureException;
import fr.passerelle.client.error.ServerException;
import fr.passerelle.client.error.TransportException;
import fr.passerelle.client.error.UnexpectedStatusException;
import fr.passerelle.client.error.UnreadableAnswerException;
import fr.passerelle.internal.Endpoint;
import fr.passerelle.internal.call.Calls;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.internal.call.Settlement;
import fr.passerelle.model.booking.Booking;
import fr.passerelle.model.booking.BookingStatus;
import fr.passerelle.model.value.Countermark;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads, then uses. The read gives the booking's id, and by its id a booking shows its state whatever became of the
 * answer to the use; its countermark would not (reference 7.2).
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

    private final Calls calls;

    Admitting(Calls calls) {
        this.calls = calls.begun();
    }

    Admission admit(Countermark countermark) {
        Booking booking;
        try {
            booking = new Bookings(calls).byCountermark(countermark);
        } catch (GoneException e) {
            return Admission.not(Outcome.USED_OR_CANCELLED, null, e);
        } catch (NotFoundException | ForbiddenException e) {
            return refused(e, null);
        }
        return use(countermark, booking);
    }

    private Admission use(Countermark countermark, Booking booking) {
        try {
            boolean doubted = calls.run(
                    HttpCall.to(Endpoint.USE_BOOKING, countermark.value()),
                    Settlement.when(c -> now(c, booking).filter(Booking::used).isPresent()));
            return Admission.admitted(
                    Booking.builder().from(booking).status(BookingStatus.USED).build(), doubted);
        } catch (GoneException e) {
            Booking now = nowOrNull(booking);
            Outcome outcome = now == null ? null : BY_STATUS.get(now.status());
            return Admission.not(
                    Objects.requireNonNullElse(outcome, Outcome.USED_OR_CANCELLED), now == null ? booking : now, e);
        } catch (NotFoundException | ForbiddenException e) {
            return refused(e, nowOrNull(booking));
        } catch (TransportException
                | DeadlineException
                | ServerException
                | UnreadableAnswerException
                | UnexpectedStatusException e) {
            if (e.mayHaveBeenProcessed()) {
                return Admission.not(Outcome.UNCERTAIN, booking, e);
            }
            throw e;
        }
    }

    /**
     * A structure that is closed is told by a list, a visitor who may still cancel by a bare string (reference 7.2).
     */
    private Admission refused(ApiException e, @Nullable Booking booking) {
        if (e instanceof NotFoundException) {
            return Admission.not(Outcome.UNKNOWN, booking, e);
        }
        if (e.errors().containsKey(PAYMENT)) {
            return Admission.not(Outcome.PAID_OUT, booking, e);
        }
        if (e.errors().containsKey(BOOKING)) {
            boolean closed = calls.isList(e.answer(), BOOKING);
            return Admission.not(closed ? Outcome.CLOSED : Outcome.TOO_EARLY, booking, e);
        }
        // Not about the visitor: the vendor's account is inactive.
        throw e;
    }

    /** The booking as it is now. Lists begin with the id that is asked for. */
    private static Optional<Booking> now(Calls calls, Booking booking) {
        return new Bookings(calls).find(booking);
    }

    private @Nullable Booking nowOrNull(Booking booking) {
        try {
            return now(calls, booking).orElse(null);
        } catch (PassCultureException unknown) {
            return null;
        }
    }
}
