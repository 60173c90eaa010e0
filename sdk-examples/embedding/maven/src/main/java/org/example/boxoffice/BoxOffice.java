package org.example.boxoffice;

import fr.passerelle.model.booking.Booking;
import fr.passerelle.model.value.Capacity;
import fr.passerelle.model.offer.Category;
import fr.passerelle.model.offer.DateDraft;
import fr.passerelle.model.offer.Event;
import fr.passerelle.model.offer.EventDraft;
import fr.passerelle.model.offer.Location;
import fr.passerelle.model.offer.PriceCategoryDraft;
import fr.passerelle.model.value.Price;
import fr.passerelle.model.value.Remaining;
import fr.passerelle.model.venue.Accessibility;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.ticketing.BookingResponse;
import fr.passerelle.ticketing.CancellationResponse;
import fr.passerelle.ticketing.Ticket;
import fr.passerelle.ticketing.TicketingDesk;
import java.time.Instant;
import java.util.List;

/** A box office that puts a visit on sale, sells its tickets and admits people. */
final class BoxOffice {

    private final PassCultureClient passCulture;

    BoxOffice(PassCultureClient passCulture) {
        this.passCulture = passCulture;
    }

    static TicketingDesk desk(String hmacKey) {
        return TicketingDesk.builder()
                .hmacKey(hmacKey)
                .onBooking(booking -> BookingResponse.tickets(Remaining.unlimited(), List.of(Ticket.of("barcode-1"))))
                .onCancellation(barcodes -> CancellationResponse.cancelled(Remaining.unlimited()))
                .build();
    }

    Event publish(long venueId, Instant opening) {
        Event visit = passCulture
                .events()
                .create(EventDraft.builder()
                        .name("Visite des coulisses")
                        .category(Category.guidedVisit())
                        .location(Location.atVenue(venueId))
                        .accessibility(Accessibility.of())
                        .bookingContact("billetterie@example.org")
                        .hasTicket(false)
                        .addPriceCategories(PriceCategoryDraft.of("Entrée", Price.euros("5.00")))
                        .build());
        passCulture
                .events()
                .dates(visit.id())
                .create(DateDraft.at(opening).price(visit.priceCategory("Entrée")).capacity(Capacity.of(20)));
        return visit;
    }

    List<Booking> expected(Event event) {
        return passCulture.bookings().ofEvent(event.id()).toList();
    }
}
