package fr.passerelle.door;

import fr.passerelle.door.TonightList.Listed;
import fr.passerelle.model.booking.Booking;
import fr.passerelle.model.booking.BookingFilter;
import fr.passerelle.model.offer.Event;
import fr.passerelle.model.offer.EventDate;
import fr.passerelle.model.offer.EventFilter;
import fr.passerelle.passculture.PassCultureClient;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Reads the evening's list of an event or a venue. For one reader at a time. */
final class TonightReader {

    private final PassCultureClient client;
    private final @Nullable Long eventId;
    private final @Nullable Long venueId;
    private final @Nullable Instant from;
    private final @Nullable Instant until;
    private final boolean named;
    private final Set<Long> notTonight = new HashSet<>();

    TonightReader(
            PassCultureClient client,
            @Nullable Long eventId,
            @Nullable Long venueId,
            @Nullable Instant from,
            @Nullable Instant until,
            boolean named) {
        this.client = Objects.requireNonNull(client, "passCulture");
        this.eventId = eventId;
        this.venueId = venueId;
        this.from = from;
        this.until = until;
        this.named = named;
    }

    TonightReader beginning(Instant first, Instant end) {
        return new TonightReader(client, eventId, venueId, first, end, named);
    }

    TonightReader named() {
        return new TonightReader(client, eventId, venueId, from, until, true);
    }

    boolean isNamed() {
        return named;
    }

    BookingFilter.Builder filter() {
        BookingFilter.Builder filter = BookingFilter.builder();
        filter.offerId(eventId);
        filter.venueId(venueId);
        return filter;
    }

    /** Of what it is the list, in which form. */
    String scope() {
        return "tonight 1 " + eventId + " " + venueId + " " + from + " " + until;
    }

    /** The list as it is now, without bookings that are on no page of it; throws if a page cannot be read. */
    TonightList read(TonightList before, Instant now) {
        Map<Long, Instant> dates = new HashMap<>();
        Set<Instant> beginnings = new HashSet<>();
        for (long event : events()) {
            boolean any = false;
            for (EventDate date : client.events().dates(event).list()) {
                dates.put(date.id(), date.beginning());
                if (isTonight(date.beginning(), now)) {
                    beginnings.add(date.beginning());
                    any = true;
                }
            }
            if (!any) {
                notTonight.add(event);
            }
        }
        Set<Long> tonight = TonightList.tonight(dates, beginning -> isTonight(beginning, now));
        Map<Long, Listed> bookings = new ConcurrentHashMap<>();
        beginnings.forEach(beginning -> read(filter().beginning(beginning), bookings));
        // A date that is moved away or deleted takes its bookings out of tonight's pages: they are not to seem good.
        before.tonight().stream()
                .filter(date -> !tonight.contains(date))
                .forEach(date -> read(filter().stockId(date), bookings));
        return new TonightList(bookings, dates, tonight);
    }

    private void read(BookingFilter.Builder filter, Map<Long, Listed> into) {
        for (Booking booking : client.bookings().list(filter.build())) {
            into.put(booking.id(), Listed.of(booking, named));
        }
    }

    /** Once an event of a venue has no date tonight, its dates are not read again. */
    private List<Long> events() {
        if (eventId != null) {
            return List.of(eventId);
        }
        return client
                .events()
                .list(EventFilter.builder()
                        .venueId(Objects.requireNonNull(venueId))
                        .build())
                .stream()
                .map(Event::id)
                .filter(event -> !notTonight.contains(event))
                .toList();
    }

    boolean isTonight(Instant beginning, Instant now) {
        Instant first = from == null ? now.minus(PassCultureDoor.BEGAN) : from;
        Instant end = until == null ? now.plus(PassCultureDoor.BEGINS) : until;
        return !beginning.isBefore(first) && beginning.isBefore(end);
    }
}
