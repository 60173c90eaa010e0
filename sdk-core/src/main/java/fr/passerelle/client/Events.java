package fr.passerelle.client;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.passerelle.internal.Endpoint;
import fr.passerelle.internal.call.Calls;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.internal.call.PageSource;
import fr.passerelle.internal.call.Settlement;
import fr.passerelle.model.offer.Event;
import fr.passerelle.model.offer.EventDraft;
import fr.passerelle.model.offer.EventFilter;
import fr.passerelle.model.offer.EventPatch;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Event offers (reference operations 14 to 17); their prices and dates hang below them. */
public final class Events {

    private static final TypeReference<Event> EVENT = new TypeReference<>() {};
    private static final TypeReference<List<Event>> EVENTS = new TypeReference<>() {};

    private final Calls calls;

    Events(Calls calls) {
        this.calls = calls;
    }

    /** The same, with other options for its calls. */
    public Events with(RequestOptions options) {
        return new Events(calls.with(options));
    }

    /** The same, answering futures. */
    public Async async() {
        return new Async(calls);
    }

    /** The prices of one event. */
    public PriceCategories priceCategories(long eventId) {
        return new PriceCategories(calls, eventId);
    }

    /** The dates of one event. */
    public Dates dates(long eventId) {
        return new Dates(calls, eventId);
    }

    /**
     * Creates an event, which stays a draft until its first date exists. After a lost answer it is found again by its
     * {@code idAtProvider} and its name, or sent again, as the server refuses a second one of this id. Without an id
     * nothing tells: the call then ends undecided, unless {@link RequestOptions.Builder#mintIds} gives it one.
     *
     * @throws fr.passerelle.model.rule.RuleViolationException if an instant of the draft is not in the future
     * @throws fr.passerelle.client.error.BadRequestException if the server's own rules refuse it
     * @throws fr.passerelle.client.error.NotFoundException if the vendor is not linked to its venue
     */
    public Event create(EventDraft draft) {
        draft.checkAt(calls.now());
        EventDraft named = calls.mintIds() && !VendorId.given(draft.idAtProvider())
                ? draft.toBuilder().idAtProvider(VendorId.mint()).build()
                : draft;
        return calls.get(HttpCall.to(Endpoint.CREATE_EVENT).body(calls.json(named)), EVENT, created(named));
    }

    /** One of another name was there before: the server then says itself that the id is taken. */
    private static @Nullable Settlement<Event> created(EventDraft draft) {
        String id = draft.idAtProvider();
        if (!VendorId.findable(id)) {
            return VendorId.given(id) ? Settlement.bySendingAgain() : null;
        }
        EventFilter sameId = EventFilter.builder()
                .venueId(EanProducts.venueId(draft.location()))
                .addIdsAtProvider(id)
                .build();
        return (c, failure) -> new Events(c)
                .list(sameId).stream()
                        .filter(event -> event.name().equals(draft.name()))
                        .findFirst();
    }

    /**
     * One event.
     *
     * @throws fr.passerelle.client.error.NotFoundException if there is none that the vendor reaches
     */
    public Event get(long id) {
        return calls.get(HttpCall.to(Endpoint.GET_EVENT, id), EVENT);
    }

    /** The events that pass a filter, by id. */
    public Paged<Event> list(EventFilter filter) {
        HttpCall list = HttpCall.to(Endpoint.LIST_EVENTS)
                .queryIfSet("venueId", filter.venueId())
                .queryIfSet("idsAtProvider", filter.idsAtProvider())
                .queryIfSet("addressId", filter.addressId());
        return new Paged<>(new PageSource<>(calls, list, "events", EVENTS, Event::id));
    }

    /**
     * Changes an event. Name only what changes: every field sent counts as a change. After a lost answer it is sent
     * again, which sets the same values.
     *
     * @throws fr.passerelle.model.rule.RuleViolationException if an instant of the patch is not in the future
     */
    public Event update(long id, EventPatch patch) {
        patch.checkAt(calls.now());
        return calls.get(HttpCall.to(Endpoint.UPDATE_EVENT, id).body(calls.json(patch)), EVENT);
    }

    /** {@link Events}, answering futures. Cancelling one cancels its call. */
    public static final class Async {

        private final Calls calls;

        private Async(Calls calls) {
            this.calls = calls;
        }

        /** The prices of one event. */
        public PriceCategories.Async priceCategories(long eventId) {
            return new PriceCategories(calls, eventId).async();
        }

        /** The dates of one event. */
        public Dates.Async dates(long eventId) {
            return new Dates(calls, eventId).async();
        }

        /** See {@link Events#create(EventDraft)}. */
        public CompletableFuture<Event> create(EventDraft draft) {
            return calls.later(c -> new Events(c).create(draft));
        }

        /** See {@link Events#get(long)}. */
        public CompletableFuture<Event> get(long id) {
            return calls.later(c -> new Events(c).get(id));
        }

        /** All pages of {@link Events#list(EventFilter)}, each with a deadline of its own. */
        public CompletableFuture<List<Event>> list(EventFilter filter) {
            return calls.allLater(c -> new Events(c).list(filter).toList());
        }

        /** See {@link Events#update(long, EventPatch)}. */
        public CompletableFuture<Event> update(long id, EventPatch patch) {
            return calls.later(c -> new Events(c).update(id, patch));
        }
    }
}
