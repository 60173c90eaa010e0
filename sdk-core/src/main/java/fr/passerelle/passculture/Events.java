package fr.passerelle.passculture;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.passerelle.error.CallException;
import fr.passerelle.http.AsyncPagedById;
import fr.passerelle.http.PagedById;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.internal.call.Operation;
import fr.passerelle.internal.call.OutcomeCheck;
import fr.passerelle.internal.call.PageSource;
import fr.passerelle.internal.call.RequestExecutor;
import fr.passerelle.internal.call.Stages;
import fr.passerelle.model.offer.Event;
import fr.passerelle.model.offer.EventDraft;
import fr.passerelle.model.offer.EventFilter;
import fr.passerelle.model.offer.EventPatch;
import fr.passerelle.passculture.endpoint.PassCultureEndpoint;
import fr.passerelle.passculture.shown.Shown;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Event offers (reference operations 14 to 17); their prices and dates hang below them. */
public final class Events {

    private static final String MEMBER = "events";
    private static final TypeReference<Event> EVENT = new TypeReference<>() {};
    private static final TypeReference<List<Event>> EVENTS = new TypeReference<>() {};

    private final RequestExecutor requests;

    Events(RequestExecutor requests) {
        this.requests = requests;
    }

    /** The same, with other options for its calls. */
    public Events with(RequestOptions options) {
        return new Events(requests.with(options));
    }

    /** The same, by futures. */
    public Async async() {
        return new Async(requests);
    }

    /** The prices of one event. */
    public PriceCategories priceCategories(long eventId) {
        return new PriceCategories(requests, eventId);
    }

    /** The dates of one event. */
    public Dates dates(long eventId) {
        return new Dates(requests, eventId);
    }

    /**
     * Creates an event, which stays a draft until its first date exists. After a lost response it is sent again if it
     * has an {@code idAtProvider}, as the server refuses a second one of this id; that refusal then leaves open whether
     * the first one arrived or another was there before ({@link fr.passerelle.error.ApiException#afterLostResponse()}).
     * {@link RequestOptions.Builder#readBeforeWrite} and {@link RequestOptions.Builder#generateIds} let the event
     * itself tell. Without an id it is never sent again.
     *
     * @throws fr.passerelle.model.rule.RuleViolationException if an instant of the draft is not in the future
     * @throws fr.passerelle.error.BadRequestException if the server's own rules refuse it
     * @throws fr.passerelle.error.NotFoundException if the vendor is not linked to its venue
     */
    public Event create(EventDraft draft) {
        return requests.await(operation -> create(operation, draft));
    }

    private static CompletableFuture<Event> create(Operation operation, EventDraft draft) {
        draft.checkAt(operation.now());
        boolean fresh = operation.options().generateIds() && !VendorId.given(draft.idAtProvider());
        EventDraft sent =
                fresh ? draft.toBuilder().idAtProvider(VendorId.mint()).build() : draft;
        HttpCall create = HttpCall.to(PassCultureEndpoint.CREATE_EVENT)
                .body(operation.json(sent))
                .retrySafety(VendorId.retrySafety(sent.idAtProvider()));
        return operation.execute(create, "", EVENT, check(operation.options(), sent, fresh));
    }

    private static @Nullable OutcomeCheck<Event> check(RequestOptions options, EventDraft draft, boolean fresh) {
        String id = draft.idAtProvider();
        if (!VendorId.findable(id)) {
            return null;
        }
        EventFilter sameId = EventFilter.builder()
                .venueId(EanProducts.venueId(draft.location()))
                .addIdsAtProvider(id)
                .build();
        return CreatedCheck.of(
                fresh,
                options.readBeforeWrite(),
                operation -> firstPage(operation, sameId),
                Event::id,
                event -> Shown.shows(event, draft));
    }

    /**
     * One event.
     *
     * @throws fr.passerelle.error.NotFoundException if there is none that the vendor reaches
     */
    public Event get(long id) {
        return requests.await(operation -> get(operation, id));
    }

    private static CompletableFuture<Event> get(Operation operation, long id) {
        return operation.execute(HttpCall.to(PassCultureEndpoint.GET_EVENT, id), EVENT, id, Event::id);
    }

    /** The events that pass a filter, by id. */
    public PagedById<Event> list(EventFilter filter) {
        return source(requests, filter).paged();
    }

    private static PageSource<Event> source(RequestExecutor requests, EventFilter filter) {
        return new PageSource<>(requests, listing(filter), MEMBER, EVENTS, Event::id);
    }

    static CompletableFuture<List<Event>> firstPage(Operation operation, EventFilter filter) {
        return operation.execute(listing(filter).query("limit", PageSource.LIMIT), MEMBER, EVENTS);
    }

    private static HttpCall listing(EventFilter filter) {
        return HttpCall.to(PassCultureEndpoint.LIST_EVENTS)
                .queryIfSet("venueId", filter.venueId())
                .queryIfSet("idsAtProvider", filter.idsAtProvider())
                .queryIfSet("addressId", filter.addressId());
    }

    /**
     * Changes an event. Name only what changes: every field sent counts as a change. After a lost response it is sent
     * again, which sets the same values. The server's response to a new location may still show the old one, so the
     * event is read again; if it cannot be read, that response is returned as it is.
     *
     * @throws fr.passerelle.model.rule.RuleViolationException if an instant of the patch is not in the future
     */
    public Event update(long id, EventPatch patch) {
        return requests.await(operation -> update(operation, id, patch));
    }

    private static CompletableFuture<Event> update(Operation operation, long id, EventPatch patch) {
        patch.checkAt(operation.now());
        HttpCall update = HttpCall.to(PassCultureEndpoint.UPDATE_EVENT, id).body(operation.json(patch));
        CompletableFuture<Event> updated = operation.execute(update, EVENT, id, Event::id);
        return patch.location() == null
                ? updated
                : Stages.then(updated, stale -> Stages.recover(get(operation, id), thrown -> unread(stale, thrown)));
    }

    /** The change is made: that it cannot be read is no failure of it. */
    private static CompletableFuture<Event> unread(Event stale, Throwable thrown) {
        return thrown instanceof CallException ? Stages.done(stale) : Stages.failed(thrown);
    }

    /** {@link Events}, by futures. Cancelling one cancels its call. */
    public static final class Async {

        private final RequestExecutor requests;

        private Async(RequestExecutor requests) {
            this.requests = requests;
        }

        /** The prices of one event. */
        public PriceCategories.Async priceCategories(long eventId) {
            return new PriceCategories(requests, eventId).async();
        }

        /** The dates of one event. */
        public Dates.Async dates(long eventId) {
            return new Dates(requests, eventId).async();
        }

        /** See {@link Events#create(EventDraft)}. */
        public CompletableFuture<Event> create(EventDraft draft) {
            return requests.submit(operation -> Events.create(operation, draft));
        }

        /** See {@link Events#get(long)}. */
        public CompletableFuture<Event> get(long id) {
            return requests.submit(operation -> Events.get(operation, id));
        }

        /** All pages of {@link Events#list(EventFilter)}, each with a deadline of its own. */
        public CompletableFuture<List<Event>> list(EventFilter filter) {
            return paged(filter).toList();
        }

        /** {@link Events#list(EventFilter)}, page by page. */
        public AsyncPagedById<Event> paged(EventFilter filter) {
            return source(requests, filter).asyncPaged();
        }

        /** See {@link Events#update(long, EventPatch)}. */
        public CompletableFuture<Event> update(long id, EventPatch patch) {
            return requests.submit(operation -> Events.update(operation, id, patch));
        }
    }
}
