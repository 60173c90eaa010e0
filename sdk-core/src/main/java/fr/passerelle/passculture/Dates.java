package fr.passerelle.passculture;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.passerelle.http.AsyncPagedById;
import fr.passerelle.http.PagedById;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.internal.base.Batches;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.internal.call.Operation;
import fr.passerelle.internal.call.OutcomeCheck;
import fr.passerelle.internal.call.PageSource;
import fr.passerelle.internal.call.RequestExecutor;
import fr.passerelle.internal.call.Stages;
import fr.passerelle.internal.endpoint.RetrySafety;
import fr.passerelle.model.offer.DateDraft;
import fr.passerelle.model.offer.DatePatch;
import fr.passerelle.model.offer.EventDate;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.passculture.endpoint.PassCultureEndpoint;
import fr.passerelle.passculture.shown.Shown;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The dates of one event: each is one performance in one price category (reference operations 21 to 24). */
public final class Dates {

    /** Most ids that one list call takes (reference operations 19 and 22). */
    static final int MAX_IDS = 100;

    private static final String MEMBER = "dates";
    private static final TypeReference<EventDate> DATE = new TypeReference<>() {};
    private static final TypeReference<List<EventDate>> DATES = new TypeReference<>() {};

    private final RequestExecutor requests;
    private final long eventId;

    Dates(RequestExecutor requests, long eventId) {
        this.requests = requests;
        this.eventId = eventId;
    }

    /** The same, with other options for its calls. */
    public Dates with(RequestOptions options) {
        return new Dates(requests.with(options), eventId);
    }

    /** The same, by futures. */
    public Async async() {
        return new Async(requests, eventId);
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
     * Adds dates, all or none. After a lost response they are sent again if one of them has an {@code idAtProvider}, as
     * the server then refuses them all a second time; that refusal leaves open whether the first ones arrived
     * ({@link fr.passerelle.error.ApiException#afterLostResponse()}). {@link RequestOptions.Builder#readBeforeWrite}
     * and {@link RequestOptions.Builder#generateIds} let the dates themselves tell. Without any id they are never sent
     * again.
     *
     * @param drafts at most 2 500, which is also what one event takes in all
     * @return the new ones
     * @throws fr.passerelle.model.rule.RuleViolationException if there are more than 2 500, two with the same
     *     {@code idAtProvider}, or one that is not in the future
     */
    public List<EventDate> create(List<DateDraft> drafts) {
        return requests.await(operation -> create(operation, drafts));
    }

    private CompletableFuture<List<EventDate>> create(Operation operation, List<DateDraft> drafts) {
        DateDraft.checkTogether(drafts, operation.now());
        boolean mint = operation.options().generateIds();
        List<DateDraft> sent = mint ? drafts.stream().map(Dates::named).toList() : drafts;
        HttpCall create = HttpCall.to(PassCultureEndpoint.CREATE_DATES, eventId)
                .body(operation.json(Map.of(MEMBER, sent)))
                .retrySafety(DateMatch.guarded(sent) ? RetrySafety.GUARDED : RetrySafety.ONCE);
        boolean fresh = mint && drafts.stream().noneMatch(draft -> VendorId.given(draft.idAtProvider()));
        return operation.execute(create, MEMBER, DATES, check(operation.options(), sent, fresh));
    }

    private static DateDraft named(DateDraft draft) {
        return VendorId.given(draft.idAtProvider())
                ? draft
                : draft.toBuilder().idAtProvider(VendorId.mint()).build();
    }

    /** They are all there or none: if the first id was not there before, none was. */
    private @Nullable OutcomeCheck<List<EventDate>> check(
            RequestOptions options, List<DateDraft> drafts, boolean fresh) {
        List<String> ids = DateMatch.findableIds(drafts);
        if (ids.isEmpty()) {
            return null;
        }
        if (fresh) {
            return OutcomeCheck.bySomethingNew(operation -> created(operation, drafts, ids));
        }
        return options.readBeforeWrite()
                ? before -> Stages.map(
                        firstPage(before, ids.subList(0, 1)),
                        there -> (after, failure) ->
                                there.isEmpty() ? created(after, drafts, ids) : Stages.done(Optional.empty()))
                : null;
    }

    /** By their ids if all have one; otherwise among all dates, once one id says that they are there at all. */
    private CompletableFuture<Optional<List<EventDate>>> created(
            Operation operation, List<DateDraft> drafts, List<String> ids) {
        List<EventDate> found = new ArrayList<>();
        Iterator<List<String>> some = Batches.into(PageSource.LIMIT, ids).iterator();
        AtomicBoolean missing = new AtomicBoolean();
        CompletableFuture<Boolean> read = Stages.loop(() -> {
            if (missing.get() || !some.hasNext()) {
                return null;
            }
            List<String> asked = some.next();
            return Stages.map(firstPage(operation, asked), page -> {
                missing.set(page.size() < asked.size());
                return found.addAll(page);
            });
        });
        return Stages.then(read, done -> {
            if (missing.get()) {
                return Stages.done(Optional.empty());
            }
            return ids.size() == drafts.size()
                    ? Stages.done(DateMatch.all(drafts, found))
                    : Stages.map(all(operation), dates -> DateMatch.all(drafts, dates));
        });
    }

    CompletableFuture<List<EventDate>> all(Operation operation) {
        return source(requests, List.of()).all(operation);
    }

    /** Every date of the event, past ones included, by id. */
    public PagedById<EventDate> list() {
        return list(List.of());
    }

    /**
     * The dates that the vendor calls so, by id; every date if the list is empty.
     *
     * @param idsAtProvider at most 100, none with a comma
     * @throws fr.passerelle.model.rule.RuleViolationException if there are more, or one holds a comma
     */
    public PagedById<EventDate> list(List<String> idsAtProvider) {
        return source(requests, checked(idsAtProvider)).paged();
    }

    /** At most as many as a request takes, none with a comma. */
    static List<String> checked(List<String> idsAtProvider) {
        new RuleCheck()
                .size("idsAtProvider", idsAtProvider, MAX_IDS)
                .listable("idsAtProvider", idsAtProvider)
                .raise();
        return idsAtProvider;
    }

    private PageSource<EventDate> source(RequestExecutor by, List<String> idsAtProvider) {
        return new PageSource<>(by, listing(idsAtProvider), MEMBER, DATES, EventDate::id);
    }

    private HttpCall listing(List<String> idsAtProvider) {
        return HttpCall.to(PassCultureEndpoint.LIST_DATES, eventId).queryIfSet("idsAtProvider", idsAtProvider);
    }

    private CompletableFuture<List<EventDate>> firstPage(Operation operation, List<String> idsAtProvider) {
        return operation.execute(listing(idsAtProvider).query("limit", PageSource.LIMIT), MEMBER, DATES);
    }

    /** One date: lists begin with the first id that is wanted. */
    private CompletableFuture<Optional<EventDate>> find(Operation operation, long id) {
        HttpCall list = HttpCall.to(PassCultureEndpoint.LIST_DATES, eventId)
                .query("firstIndex", id)
                .query("limit", 1);
        return Stages.map(
                operation.execute(list, MEMBER, DATES),
                dates -> dates.stream().filter(date -> date.id() == id).findFirst());
    }

    /**
     * Changes a date. Name only what changes: sending a beginning, even the same one, reschedules the event.
     *
     * <p>After a lost response it is sent again if it sets nothing but absolute values. A beginning, and places that
     * remain from now on, are never sent again: that would move the event once more, or sell again what was booked in
     * between. Such a call ends undecided, unless {@link RequestOptions.Builder#readBeforeWrite} lets the date tell: it
     * shows now what it did not show before.
     *
     * @throws fr.passerelle.model.rule.RuleViolationException if an instant of the patch is not in the future
     */
    public EventDate update(long id, DatePatch patch) {
        return requests.await(operation -> update(operation, id, patch));
    }

    private CompletableFuture<EventDate> update(Operation operation, long id, DatePatch patch) {
        patch.checkAt(operation.now());
        HttpCall update =
                HttpCall.to(PassCultureEndpoint.UPDATE_DATE, eventId, id).body(operation.json(patch));
        if (AbsolutePatch.is(patch)) {
            return operation.execute(update.retrySafety(RetrySafety.IDEMPOTENT), DATE, id, EventDate::id);
        }
        OutcomeCheck<EventDate> check = operation.options().readBeforeWrite()
                ? OutcomeCheck.reading(
                        read -> find(read, id),
                        (before, now) ->
                                before.filter(date -> !Shown.shows(date, patch)).isPresent()
                                        ? now.filter(date -> Shown.shows(date, patch))
                                        : Optional.empty())
                : null;
        return operation.execute(update, "", DATE, check);
    }

    /**
     * Deletes a date and cancels its bookings, used ones included. The vendor's cancellation URL is not called. After a
     * lost response it is deleted again; that it is not there then leaves open whether it ever was
     * ({@link fr.passerelle.error.ApiException#afterLostResponse()}), unless
     * {@link RequestOptions.Builder#readBeforeWrite} has shown it.
     *
     * @throws fr.passerelle.error.NotFoundException if there is none, or no more
     */
    public void delete(long id) {
        requests.await(operation -> delete(operation, id));
    }

    private CompletableFuture<Boolean> delete(Operation operation, long id) {
        return operation.run(
                HttpCall.to(PassCultureEndpoint.DELETE_DATE, eventId, id),
                operation.options().readBeforeWrite()
                        ? OutcomeCheck.reaching(read -> Stages.map(find(read, id), Optional::isEmpty))
                        : null);
    }

    /** {@link Dates}, by futures. Cancelling one cancels its call. */
    public static final class Async {

        private final RequestExecutor requests;
        private final Dates dates;

        private Async(RequestExecutor requests, long eventId) {
            this.requests = requests;
            this.dates = new Dates(requests, eventId);
        }

        /** See {@link Dates#create(List)}. */
        public CompletableFuture<List<EventDate>> create(List<DateDraft> drafts) {
            return requests.submit(operation -> dates.create(operation, drafts));
        }

        /** All pages of {@link Dates#list()}, each with a deadline of its own. */
        public CompletableFuture<List<EventDate>> list() {
            return paged().toList();
        }

        /** All pages of {@link Dates#list(List)}, each with a deadline of its own. */
        public CompletableFuture<List<EventDate>> list(List<String> idsAtProvider) {
            try {
                return dates.source(requests, checked(idsAtProvider))
                        .asyncPaged()
                        .toList();
            } catch (RuleViolationException refused) {
                return CompletableFuture.failedFuture(refused);
            }
        }

        /** {@link Dates#list()}, page by page. */
        public AsyncPagedById<EventDate> paged() {
            return dates.source(requests, List.of()).asyncPaged();
        }

        /** See {@link Dates#update(long, DatePatch)}. */
        public CompletableFuture<EventDate> update(long id, DatePatch patch) {
            return requests.submit(operation -> dates.update(operation, id, patch));
        }

        /** See {@link Dates#delete(long)}. */
        public CompletableFuture<Void> delete(long id) {
            return requests.submitVoid(operation -> dates.delete(operation, id));
        }
    }
}
