package fr.passerelle.passculture;

import fr.passerelle.internal.call.Operation;
import fr.passerelle.internal.call.Stages;
import fr.passerelle.model.collective.CollectiveBooking;
import fr.passerelle.model.collective.CollectiveBookingStatus;
import fr.passerelle.model.collective.CollectiveOfferFilter;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The states of bookings by schools, which show with their offers only. */
final class CollectiveBookingStates {

    private CollectiveBookingStates() {}

    /** Whether a booking shows this state in the list of offers: there is no other way to a booking by its id. */
    static CompletableFuture<Boolean> isNow(Operation operation, long bookingId, CollectiveBookingStatus status) {
        return Stages.map(
                CollectiveOffers.list(operation, CollectiveOfferFilter.all()),
                offers -> offers.stream()
                        .flatMap(offer -> offer.bookings().stream())
                        .anyMatch(booking ->
                                booking.id() == bookingId && booking.status().equals(status)));
    }

    /** The booking of an offer that waits for its head of school. */
    static CompletableFuture<Optional<CollectiveBooking>> pending(Operation operation, long offerId) {
        return Stages.map(
                CollectiveOffers.get(operation, offerId),
                offer -> offer.bookings().stream()
                        .filter(booking -> booking.status().equals(CollectiveBookingStatus.PENDING))
                        .findFirst());
    }
}
