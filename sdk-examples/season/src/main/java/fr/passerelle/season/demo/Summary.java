package fr.passerelle.season.demo;

import fr.passerelle.model.booking.Booking;
import fr.passerelle.model.offer.Event;
import fr.passerelle.model.offer.EventDate;
import fr.passerelle.model.offer.EventFilter;
import fr.passerelle.model.value.Price;
import fr.passerelle.passculture.PassCultureClient;
import java.util.ArrayList;
import java.util.List;

/**
 * The evening in numbers, as the programme has them; what only the door knows is added.
 *
 * @param offers events on sale
 * @param dates performances, counted in each price
 * @param venues places where they are
 * @param places put on sale
 * @param bookings made, cancelled ones included
 * @param cancelled of these
 * @param admissions people let in
 * @param recordsRefused records of the agenda that were not published
 * @param bookingsRefused bookings that the programme refused
 * @param scansRefused people turned away at the door
 * @param creditSpent by all beneficiaries
 */
public record Summary(
        int offers,
        int dates,
        int venues,
        long places,
        int bookings,
        int cancelled,
        int admissions,
        int recordsRefused,
        int bookingsRefused,
        int scansRefused,
        Price creditSpent) {

    /** Asks the programme. */
    static Summary of(PassCultureClient client, Door door, int recordsRefused, int bookingsRefused) {
        List<Event> events = client.events().list(EventFilter.all()).toList();
        List<EventDate> dates = new ArrayList<>();
        List<Booking> bookings = new ArrayList<>();
        for (Event event : events) {
            dates.addAll(client.events().dates(event.id()).list().toList());
            bookings.addAll(client.bookings().ofEvent(event.id()).toList());
        }
        int byCountermark = bookings.stream()
                .filter(Booking::used)
                .mapToInt(Booking::quantity)
                .sum();
        return new Summary(
                events.size(),
                dates.size(),
                (int) events.stream().map(Event::location).distinct().count(),
                dates.stream()
                        .mapToLong(date -> date.capacity().count().orElse(0))
                        .sum(),
                bookings.size(),
                (int) bookings.stream().filter(Booking::cancelled).count(),
                byCountermark + door.admittedByBarcode(),
                recordsRefused,
                bookingsRefused,
                door.refusals(),
                bookings.stream()
                        .filter(booking -> !booking.cancelled())
                        .map(Booking::totalPrice)
                        .reduce(Price.FREE, Price::plus));
    }
}
