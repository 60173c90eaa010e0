package fr.passerelle.passculture;

import static fr.passerelle.model.collective.CollectiveOfferStatus.ARCHIVED;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.internal.call.Operation;
import fr.passerelle.internal.call.OutcomeCheck;
import fr.passerelle.internal.call.RequestExecutor;
import fr.passerelle.internal.call.Stages;
import fr.passerelle.model.collective.CollectiveArchive;
import fr.passerelle.model.collective.CollectiveOffer;
import fr.passerelle.model.collective.CollectiveOfferDraft;
import fr.passerelle.model.collective.CollectiveOfferFilter;
import fr.passerelle.model.collective.CollectiveOfferPatch;
import fr.passerelle.model.collective.CollectiveOfferSummary;
import fr.passerelle.passculture.endpoint.PassCultureEndpoint;
import fr.passerelle.passculture.shown.Shown;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;

/** Offers to schools (reference operations 38 to 42). Only those that this vendor made by API. */
public final class CollectiveOffers {

    private static final TypeReference<CollectiveOffer> OFFER = new TypeReference<>() {};
    private static final TypeReference<List<CollectiveOfferSummary>> OFFERS = new TypeReference<>() {};

    private final RequestExecutor requests;

    CollectiveOffers(RequestExecutor requests) {
        this.requests = requests;
    }

    /** The same, with other options for its calls. */
    public CollectiveOffers with(RequestOptions options) {
        return new CollectiveOffers(requests.with(options));
    }

    /** The same, by futures. */
    public Async async() {
        return new Async(requests);
    }

    /**
     * The offers that this vendor made by API and that pass a filter, by id. At most 500, and there is no next page: an
     * response of 500 may be cut short, so narrow it down by venue, state or period.
     */
    public List<CollectiveOfferSummary> list(CollectiveOfferFilter filter) {
        return requests.await(operation -> list(operation, filter));
    }

    static CompletableFuture<List<CollectiveOfferSummary>> list(Operation operation, CollectiveOfferFilter filter) {
        HttpCall list = HttpCall.to(PassCultureEndpoint.LIST_COLLECTIVE_OFFERS)
                .queryIfSet("offerStatus", filter.status())
                .queryIfSet("venueId", filter.venueId())
                .queryIfSet("periodBeginningDate", filter.periodBeginning())
                .queryIfSet("periodEndingDate", filter.periodEnding());
        return operation.execute(list, OFFERS);
    }

    /**
     * Creates an offer, open to its school at once. It has no name of the vendor's own, so it is never sent again:
     * after a lost response the call ends undecided, unless {@link RequestOptions.Builder#readBeforeWrite} lets the
     * offer tell: the only one at its venue with its start that was not there before, and that shows everything that
     * was sent.
     *
     * @throws fr.passerelle.model.rule.RuleViolationException if the start lies behind
     * @throws fr.passerelle.error.ForbiddenException if the structure may not sell to schools, or the school is closed
     * @throws fr.passerelle.error.NotFoundException if the venue, the school, a domain or the programme is unknown
     */
    public CollectiveOffer create(CollectiveOfferDraft draft) {
        return requests.await(operation -> create(operation, draft));
    }

    private static CompletableFuture<CollectiveOffer> create(Operation operation, CollectiveOfferDraft draft) {
        draft.checkAt(operation.now());
        CollectiveOfferFilter sameStart = CollectiveOfferFilter.builder()
                .venueId(draft.venueId())
                .periodBeginning(draft.start())
                .periodEnding(draft.start())
                .build();
        OutcomeCheck<CollectiveOffer> check = operation.options().readBeforeWrite()
                ? before -> Stages.map(
                        list(before, sameStart),
                        there -> (after, failure) ->
                                Stages.then(list(after, sameStart), now -> created(after, draft, there, now)))
                : null;
        return operation.execute(
                HttpCall.to(PassCultureEndpoint.CREATE_COLLECTIVE_OFFER).body(operation.json(draft)), "", OFFER, check);
    }

    private static CompletableFuture<Optional<CollectiveOffer>> created(
            Operation operation,
            CollectiveOfferDraft draft,
            List<CollectiveOfferSummary> before,
            List<CollectiveOfferSummary> now) {
        Iterator<Long> added = now.stream()
                .map(CollectiveOfferSummary::id)
                .filter(id -> before.stream().noneMatch(old -> old.id() == id))
                .iterator();
        List<CollectiveOffer> alike = new ArrayList<>();
        CompletableFuture<Boolean> read = Stages.loop(() -> added.hasNext()
                ? Stages.map(get(operation, added.next()), offer -> Shown.shows(offer, draft) ? alike.add(offer) : true)
                : null);
        return Stages.map(read, done -> alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty());
    }

    /**
     * One offer.
     *
     * @throws fr.passerelle.error.ForbiddenException if this vendor did not make it by API
     * @throws fr.passerelle.error.NotFoundException if there is none
     */
    public CollectiveOffer get(long id) {
        return requests.await(operation -> get(operation, id));
    }

    static CompletableFuture<CollectiveOffer> get(Operation operation, long id) {
        return operation.execute(
                HttpCall.to(PassCultureEndpoint.GET_COLLECTIVE_OFFER, id), OFFER, id, CollectiveOffer::id);
    }

    /**
     * Changes an offer. Name only what changes: what the fields imply must all be allowed in its state, as
     * {@link CollectiveOfferPatch#refused} tells beforehand. After a lost response it is sent again, which sets the
     * same values; if the server refuses that, {@link RequestOptions.Builder#readBeforeWrite} lets the offer itself
     * tell.
     *
     * @throws fr.passerelle.model.rule.RuleViolationException if the start lies behind
     * @throws fr.passerelle.error.BadRequestException if its state does not allow the change
     * @throws fr.passerelle.error.ForbiddenException if this vendor did not make it by API
     */
    public CollectiveOffer update(long id, CollectiveOfferPatch patch) {
        return requests.await(operation -> update(operation, id, patch));
    }

    private static CompletableFuture<CollectiveOffer> update(Operation operation, long id, CollectiveOfferPatch patch) {
        patch.checkAt(operation.now());
        OutcomeCheck<CollectiveOffer> check = operation.options().readBeforeWrite()
                ? OutcomeCheck.reading(
                        read -> get(read, id),
                        (before, now) -> Shown.shows(before, patch)
                                ? Optional.empty()
                                : Optional.of(now).filter(offer -> Shown.shows(offer, patch)))
                : null;
        return operation.execute(
                HttpCall.to(PassCultureEndpoint.UPDATE_COLLECTIVE_OFFER, id).body(operation.json(patch)),
                "",
                OFFER,
                check);
    }

    /**
     * Puts offers away, all or none. After a lost response it is sent again; that the server then refuses it leaves
     * open whether the first request did it, unless {@link RequestOptions.Builder#readBeforeWrite} lets the offers
     * tell.
     *
     * @throws fr.passerelle.model.rule.RuleViolationException if none is named
     * @throws fr.passerelle.error.BadRequestException if the state of one does not allow it
     * @throws fr.passerelle.error.NotFoundException if one is unknown
     */
    public void archive(long... ids) {
        requests.await(operation -> archive(operation, ids));
    }

    private static CompletableFuture<Boolean> archive(Operation operation, long... ids) {
        CollectiveArchive archive =
                new CollectiveArchive(LongStream.of(ids).boxed().toList());
        return operation.run(
                HttpCall.to(PassCultureEndpoint.ARCHIVE_COLLECTIVE_OFFERS).body(operation.json(archive)),
                operation.options().readBeforeWrite() ? OutcomeCheck.reaching(read -> allArchived(read, ids)) : null);
    }

    private static CompletableFuture<Boolean> allArchived(Operation operation, long... ids) {
        PrimitiveIterator.OfLong each = LongStream.of(ids).iterator();
        AtomicBoolean all = new AtomicBoolean(true);
        CompletableFuture<Boolean> read = Stages.loop(() -> all.get() && each.hasNext()
                ? Stages.map(get(operation, each.nextLong()), offer -> {
                    all.set(offer.status().equals(ARCHIVED));
                    return true;
                })
                : null);
        return Stages.map(read, done -> all.get());
    }

    /** {@link CollectiveOffers}, by futures. Cancelling one cancels its call. */
    public static final class Async {

        private final RequestExecutor requests;

        private Async(RequestExecutor requests) {
            this.requests = requests;
        }

        /** See {@link CollectiveOffers#list(CollectiveOfferFilter)}. */
        public CompletableFuture<List<CollectiveOfferSummary>> list(CollectiveOfferFilter filter) {
            return requests.submit(operation -> CollectiveOffers.list(operation, filter));
        }

        /** See {@link CollectiveOffers#create(CollectiveOfferDraft)}. */
        public CompletableFuture<CollectiveOffer> create(CollectiveOfferDraft draft) {
            return requests.submit(operation -> CollectiveOffers.create(operation, draft));
        }

        /** See {@link CollectiveOffers#get(long)}. */
        public CompletableFuture<CollectiveOffer> get(long id) {
            return requests.submit(operation -> CollectiveOffers.get(operation, id));
        }

        /** See {@link CollectiveOffers#update(long, CollectiveOfferPatch)}. */
        public CompletableFuture<CollectiveOffer> update(long id, CollectiveOfferPatch patch) {
            return requests.submit(operation -> CollectiveOffers.update(operation, id, patch));
        }

        /** See {@link CollectiveOffers#archive(long...)}. */
        public CompletableFuture<Void> archive(long... ids) {
            return requests.submitVoid(operation -> CollectiveOffers.archive(operation, ids));
        }
    }
}
