package fr.passerelle.catalogue;

import fr.passerelle.model.offer.Event;
import fr.passerelle.model.offer.EventDate;
import fr.passerelle.model.offer.PriceCategory;
import fr.passerelle.passculture.Dates;
import fr.passerelle.passculture.PassCultureClient;
import fr.passerelle.passculture.PriceCategories;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One event while it is written: what of it was read since the plan, so that nothing is read twice. */
final class EventWriter {

    final PassCultureClient client;
    private final Clock clock;
    private final DateReads reads = new DateReads();
    private @Nullable Event event;
    private boolean readAgain;
    private List<EventDate> page = List.of();

    EventWriter(PassCultureClient client, Clock clock, Optional<Event> planned) {
        this.client = client;
        this.clock = clock;
        this.event = planned.orElse(null);
    }

    Instant now() {
        return clock.instant();
    }

    /** As it was seen last; not there while it is still to be made. */
    Optional<Event> lastSeen() {
        return Optional.ofNullable(event);
    }

    long id() {
        return known().id();
    }

    private Event known() {
        return Objects.requireNonNull(event, "an event is made before anything below it");
    }

    Dates dates() {
        return client.events().dates(id());
    }

    PriceCategories prices() {
        return client.events().priceCategories(id());
    }

    /** The event as it is now: read once, and then as the writes have left it. */
    Event fresh() {
        if (!readAgain) {
            event = client.events().get(id());
            readAgain = true;
        }
        return known();
    }

    /** Reads it anew. */
    Event reread() {
        readAgain = false;
        return fresh();
    }

    /** What a write has left. */
    void written(Event now) {
        event = now;
        readAgain = true;
    }

    /** Prices that a write has made or changed. */
    void written(List<PriceCategory> changed) {
        List<PriceCategory> prices = new ArrayList<>(known().priceCategories());
        prices.removeIf(price -> changed.stream().anyMatch(other -> other.id() == price.id()));
        prices.addAll(changed);
        event = Event.builder().from(known()).priceCategories(prices).build();
    }

    /** The programme's number for a price; empty if it could not be made. */
    Optional<Long> priceId(String idAtProvider) {
        return lastSeen().stream()
                .flatMap(seen -> seen.priceCategories().stream())
                .filter(price -> idAtProvider.equals(price.idAtProvider()))
                .map(PriceCategory::id)
                .findFirst();
    }

    /**
     * A date as it is now; empty if it is gone.
     *
     * @param last whether nothing may have been written to this event since it was read: places are counted on it
     */
    Optional<EventDate> date(long id, boolean last) {
        if (reads.needed(id, last)) {
            return readDate(id);
        }
        return onPage(id);
    }

    /** The same, read anew. */
    Optional<EventDate> readDate(long id) {
        Iterator<List<EventDate>> pages = dates().list().startingAt(id).pages().iterator();
        page = pages.hasNext() ? pages.next() : List.of();
        reads.read(id, page.stream().map(EventDate::id).toList());
        return onPage(id);
    }

    private Optional<EventDate> onPage(long id) {
        return page.stream().filter(date -> date.id() == id).findFirst();
    }

    void dateWritten() {
        reads.written();
    }
}
