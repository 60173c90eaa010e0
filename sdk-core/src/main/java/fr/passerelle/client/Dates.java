package fr.passerelle.client;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.passerelle.internal.Endpoint;
import fr.passerelle.internal.call.Calls;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.internal.call.PageSource;
import fr.passerelle.model.offer.DateDraft;
import fr.passerelle.model.offer.DatePatch;
import fr.passerelle.model.offer.EventDate;
import fr.passerelle.model.rule.RuleCheck;
import java.util.List;
import java.util.Map;
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
     * Adds dates, all or none. After a lost answer, look them up before adding them again: dates may double.
     *
     * @param drafts at most 2 500, which is also what one event takes in all
     * @return the new ones
     * @throws fr.passerelle.model.rule.RuleViolationException if there are more than 2 500, two with the same
     *     {@code idAtProvider}, or one that is not in the future
     */
    public List<EventDate> create(List<DateDraft> drafts) {
        DateDraft.checkTogether(drafts, calls.now());
        String body = calls.json(Map.of(MEMBER, drafts));
        return calls.get(HttpCall.to(Endpoint.CREATE_DATES, eventId).body(body), MEMBER, DATES);
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
        HttpCall list = HttpCall.to(Endpoint.LIST_DATES, eventId).queryIfSet("idsAtProvider", idsAtProvider);
        return new Paged<>(new PageSource<>(calls, list, MEMBER, DATES, EventDate::id));
    }

    /**
     * Changes a date. Name only what changes: sending a beginning, even the same one, reschedules the event.
     *
     * @throws fr.passerelle.model.rule.RuleViolationException if an instant of the patch is not in the future
     */
    public EventDate update(long id, DatePatch patch) {
        patch.checkAt(calls.now());
        return calls.get(HttpCall.to(Endpoint.UPDATE_DATE, eventId, id).body(calls.json(patch)), DATE);
    }

    /**
     * Deletes a date and cancels its bookings, used ones included. The vendor's cancellation URL is not called.
     *
     * @throws fr.passerelle.client.error.NotFoundException if there is none, or no more
     */
    public void delete(long id) {
        calls.run(HttpCall.to(Endpoint.DELETE_DATE, eventId, id));
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
