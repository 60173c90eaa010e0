package fr.passerelle.client;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.passerelle.internal.Endpoint;
import fr.passerelle.internal.call.Calls;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.internal.call.PageSource;
import fr.passerelle.internal.call.Settlement;
import fr.passerelle.model.offer.DateDraft;
import fr.passerelle.model.offer.DatePatch;
import fr.passerelle.model.offer.EventDate;
import fr.passerelle.model.rule.RuleCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** The dates of one event: each is one performance in one price category (reference operations 21 to 24). */
public final class Dates {

    /** Most ids that one list call takes (reference operations 19 and 22). */
    static final int MAX_IDS = 100;

    private static final String MEMBER = "dates";
    private static final TypeReference<EventDate> DATE = new TypeReference<>() {};
    private static final TypeReference<List<EventDate>> DATES = new TypeReference<>() {};

    private final Calls calls;
    private final long eventId;

    Dates(Calls calls, long eventId) {
        this.calls = calls;
        this.eventId = eventId;
    }

    /** The same, with other options for its calls. */
    public Dates with(RequestOptions options) {
        return new Dates(calls.with(options), eventId);
    }

    /** The same, answering futures. */
    public Async async() {
        return new Async(calls, eventId);
    }

    /** Builds the dates, then as {@link #create(List)}. */
    public List<EventDate> create(DateDraft.Builder... drafts) {
        return create(Stream.of(drafts).map(DateDraft.Builder::build).toList());
    }

    /** See {@link #create(List)}. */
    public List<EventDate> create(DateDraft... drafts) {
        return create(List.of(drafts));
    }

    /**
     * Adds dates, all or none. If one of them has an {@code idAtProvider}, a lost answer is settled: they are found
     * again by it, or sent again, as the server then refuses them a second time. Without any id nothing tells: the call
     * ends undecided, unless {@link RequestOptions.Builder#mintIds} gives them ids.
     *
     * @param drafts at most 2 500, which is also what one event takes in all
     * @return the new ones
     * @throws fr.passerelle.model.rule.RuleViolationException if there are more than 2 500, two with the same
     *     {@code idAtProvider}, or one that is not in the future
     */
    public List<EventDate> create(List<DateDraft> drafts) {
        DateDraft.checkTogether(drafts, calls.now());
        List<DateDraft> named =
                calls.mintIds() ? drafts.stream().map(Dates::named).toList() : drafts;
        Settlement<List<EventDate>> created = (c, failure) -> new Dates(c, eventId).created(named);
        return calls.get(
                HttpCall.to(Endpoint.CREATE_DATES, eventId).body(calls.json(Map.of(MEMBER, named))),
                MEMBER,
                DATES,
                DateMatch.guarded(named) ? created : null);
    }

    private static DateDraft named(DateDraft draft) {
        return VendorId.given(draft.idAtProvider())
                ? draft
                : draft.toBuilder().idAtProvider(VendorId.mint()).build();
    }

    /** By their ids if all have one; otherwise among all dates, once one id says that they are there at all. */
    private Optional<List<EventDate>> created(List<DateDraft> drafts) {
        List<String> ids = DateMatch.findableIds(drafts);
        List<EventDate> found = new ArrayList<>();
        for (List<String> some : Cut.into(PageSource.LIMIT, ids).toList()) {
            List<EventDate> page = source(some).fetch(PageSource.FIRST_INDEX);
            if (page.size() < some.size()) {
                return Optional.empty();
            }
            found.addAll(page);
        }
        return DateMatch.all(drafts, ids.size() == drafts.size() ? found : list().toList());
    }

    /** Every date of the event, past ones included, by id. */
    public Paged<EventDate> list() {
        return list(List.of());
    }

    /**
     * The dates that the vendor calls so, by id; every date if the list is empty.
     *
     * @param idsAtProvider at most 100, none with a comma
     * @throws fr.passerelle.model.rule.RuleViolationException if there are more, or one holds a comma
     */
    public Paged<EventDate> list(List<String> idsAtProvider) {
        new RuleCheck()
                .size("idsAtProvider", idsAtProvider, MAX_IDS)
                .listable("idsAtProvider", idsAtProvider)
                .raise();
        return new Paged<>(source(idsAtProvider));
    }

    private PageSource<EventDate> source(List<String> idsAtProvider) {
        HttpCall list = HttpCall.to(Endpoint.LIST_DATES, eventId).queryIfSet("idsAtProvider", idsAtProvider);
        return new PageSource<>(calls, list, MEMBER, DATES, EventDate::id);
    }

    /** One date: lists begin with the first id that is wanted. */
    private Optional<EventDate> find(long id) {
        HttpCall list = HttpCall.to(Endpoint.LIST_DATES, eventId)
                .query("firstIndex", id)
                .query("limit", 1);
        return calls.get(list, MEMBER, DATES).stream()
                .filter(date -> date.id() == id)
                .findFirst();
    }

    /**
     * Changes a date. Name only what changes: sending a beginning, even the same one, reschedules the event.
     *
     * <p>After a lost answer it is sent again if it sets nothing but absolute values. A beginning, and places that
     * remain from now on, are read and never sent again: that would move the event once more, or sell again what was
     * booked in between. If the date does not show them, be it because somebody booked, the call ends undecided.
     *
     * @throws fr.passerelle.model.rule.RuleViolationException if an instant of the patch is not in the future
     */
    public EventDate update(long id, DatePatch patch) {
        patch.checkAt(calls.now());
        HttpCall update = HttpCall.to(Endpoint.UPDATE_DATE, eventId, id).body(calls.json(patch));
        if (PatchMatch.absolute(patch)) {
            return calls.vouched().get(update, DATE);
        }
        return calls.get(
                update,
                DATE,
                (c, failure) -> new Dates(c, eventId).find(id).filter(date -> PatchMatch.shows(date, patch)));
    }

    /**
     * Deletes a date and cancels its bookings, used ones included. The vendor's cancellation URL is not called. After a
     * lost answer it is deleted again, unless it is gone.
     *
     * @throws fr.passerelle.client.error.NotFoundException if there is none, or no more
     */
    public void delete(long id) {
        calls.run(
                HttpCall.to(Endpoint.DELETE_DATE, eventId, id),
                Settlement.when(c -> new Dates(c, eventId).find(id).isEmpty()));
    }

    /** {@link Dates}, answering futures. Cancelling one cancels its call. */
    public static final class Async {

        private final Calls calls;
        private final long eventId;

        private Async(Calls calls, long eventId) {
            this.calls = calls;
            this.eventId = eventId;
        }

        /** See {@link Dates#create(List)}. */
        public CompletableFuture<List<EventDate>> create(List<DateDraft> drafts) {
            return calls.later(c -> new Dates(c, eventId).create(drafts));
        }

        /** All pages of {@link Dates#list()}, each with a deadline of its own. */
        public CompletableFuture<List<EventDate>> list() {
            return calls.allLater(c -> new Dates(c, eventId).list().toList());
        }

        /** See {@link Dates#update(long, DatePatch)}. */
        public CompletableFuture<EventDate> update(long id, DatePatch patch) {
            return calls.later(c -> new Dates(c, eventId).update(id, patch));
        }

        /** See {@link Dates#delete(long)}. */
        public CompletableFuture<Void> delete(long id) {
            return calls.runLater(c -> new Dates(c, eventId).delete(id));
        }
    }
}
