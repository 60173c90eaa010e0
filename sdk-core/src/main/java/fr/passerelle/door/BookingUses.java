package fr.passerelle.door;

import fr.passerelle.error.CallException;
import fr.passerelle.error.ForbiddenException;
import fr.passerelle.error.GoneException;
import fr.passerelle.error.NotFoundException;
import fr.passerelle.http.RawResponse;
import fr.passerelle.internal.json.Json;
import fr.passerelle.model.booking.Booking;
import fr.passerelle.model.booking.BookingFilter;
import fr.passerelle.model.booking.BookingStatus;
import fr.passerelle.model.value.Countermark;
import fr.passerelle.passculture.Bookings;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Tells the programme who came in, and settles what a lost response leaves open.
 *
 * @param bookings of the programme
 * @param all finds every booking of this door
 */
record BookingUses(Bookings bookings, BookingFilter all) {

    private static final String BOOKING = "booking";
    private static final String PAYMENT = "payment";

    Settlement use(String identity, OptionalLong reference, boolean doubted) {
        try {
            bookings.use(Countermark.of(identity));
            return Settlement.USED;
        } catch (GoneException gone) {
            return settle(gone, reference, doubted || gone.afterLostResponse());
        } catch (NotFoundException unknown) {
            return Settlement.UNKNOWN;
        } catch (ForbiddenException forbidden) {
            return refusal(forbidden);
        }
    }

    /**
     * What a booking shows that can be used no more. If a try of this door may have used it, it has: nothing tells it
     * from another door that did so in the same moment.
     */
    private Settlement settle(GoneException gone, OptionalLong reference, boolean doubted) {
        BookingStatus status;
        try {
            status = reference.isEmpty()
                    ? null
                    : look(reference.getAsLong()).map(Booking::status).orElse(null);
        } catch (CallException notSeen) {
            gone.addSuppressed(notSeen);
            throw gone; // it says whether this use may have been processed, which the look does not
        }
        if (BookingStatus.CANCELLED.equals(status)) {
            return Settlement.CANCELLED;
        }
        if (BookingStatus.REIMBURSED.equals(status)) {
            return Settlement.PAID_OUT;
        }
        if (BookingStatus.USED.equals(status)) {
            return doubted ? Settlement.USED_AFTER_DOUBT : Settlement.USED_ELSEWHERE;
        }
        return Settlement.USED_OR_CANCELLED;
    }

    private Optional<Booking> look(long id) {
        for (List<Booking> page : bookings.list(all).startingAt(id).pages()) {
            return page.stream().filter(booking -> booking.id() == id).findFirst(); // ids ascend: it is the first
        }
        return Optional.empty();
    }

    /**
     * A structure that is closed is told by a list, a beneficiary who may still cancel by a bare text (partner-api
     * 7.2).
     */
    static Settlement refusal(ForbiddenException forbidden) {
        if (forbidden.errors().containsKey(PAYMENT)) {
            return Settlement.PAID_OUT;
        }
        if (!forbidden.errors().containsKey(BOOKING)) {
            throw forbidden; // not about the booking: the vendor's account is inactive, or has no right
        }
        return isList(forbidden.response(), BOOKING) ? Settlement.CLOSED : Settlement.TOO_EARLY;
    }

    Settlement keep(String identity) {
        try {
            bookings.keep(Countermark.of(identity));
            return Settlement.KEPT;
        } catch (GoneException cancelled) {
            return Settlement.KEPT; // nobody is in, and nobody can come in
        } catch (NotFoundException unknown) {
            return Settlement.NOT_KEPT;
        } catch (ForbiddenException forbidden) {
            return refusal(forbidden) == Settlement.TOO_EARLY ? Settlement.KEPT : Settlement.NOT_KEPT;
        }
    }

    private static boolean isList(RawResponse response, String member) {
        try {
            return Json.mapper().readTree(response.bodyStream()).path(member).isArray();
        } catch (IOException noJson) {
            return false;
        }
    }
}
