package fr.passerelle.client;

import static fr.passerelle.model.collective.CollectiveOfferStatus.ARCHIVED;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.passerelle.internal.Endpoint;
import fr.passerelle.internal.call.Calls;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.internal.call.Settlement;
import fr.passerelle.model.collective.CollectiveArchive;
import fr.passerelle.model.collective.CollectiveOffer;
import fr.passerelle.model.collective.CollectiveOfferDraft;
import fr.passerelle.model.collective.CollectiveOfferFilter;
import fr.passerelle.model.collective.CollectiveOfferPatch;
import fr.passerelle.model.collective.CollectiveOfferSummary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;

/** Offers to schools (reference operations 38 to 42). Only those that this vendor made by API. */
public final class CollectiveOffers {

    private static final TypeReference<CollectiveOffer> OFFER = new TypeReference<>() {};
    private static final TypeReference<List<CollectiveOfferSummary>> OFFERS = new TypeReference<>() {};

    private final Calls calls;

    CollectiveOffers(Calls calls) {
        this.calls = calls;
    }

    /** The same, with other options for its calls. */
    public CollectiveOffers with(RequestOptions options) {
        return new CollectiveOffers(calls.with(options));
    }

    /** The same, answering futures. */
    public Async async() {
        return new Async(calls);
    }

    /**
     * The offers that this vendor made by API and that pass a filter, by id. At most 500, and there is no next page: an
     * answer of 500 may be cut short, so narrow it down by venue, state or period.
     */
    public List<CollectiveOfferSummary> list(CollectiveOfferFilter filter) {
        HttpCall list = HttpCall.to(Endpoint.LIST_COLLECTIVE_OFFERS)
                .queryIfSet("offerStatus", filter.status())
                .queryIfSet("venueId", filter.venueId())
                .queryIfSet("periodBeginningDate", filter.periodBeginning())
                .queryIfSet("periodEndingDate", filter.periodEnding());
        return calls.get(list, OFFERS);
    }

    /**
     * Creates an offer, open to its school at once. It has no name of the vendor's own, so it is never sent again:
     * after a lost answer it is looked for among the offers made since at its venue, with its start, and taken for
     * created if exactly one is alike; otherwise the call ends undecided.
     *
     * @throws fr.passerelle.model.rule.RuleViolationException if the start lies behind
     * @throws fr.passerelle.client.error.ForbiddenException if the structure may not sell to schools, or the school is
     *     closed
     * @throws fr.passerelle.client.error.NotFoundException if the venue, the school, a domain or the programme is
     *     unknown
     */
    public CollectiveOffer create(CollectiveOfferDraft draft) {
        draft.checkAt(calls.now());
        Instant since = calls.notBefore();
        return calls.get(
                HttpCall.to(Endpoint.CREATE_COLLECTIVE_OFFER).body(calls.json(draft)),
                OFFER,
                (c, failure) -> new CollectiveOffers(c).created(draft, since));
    }

    private Optional<CollectiveOffer> created(CollectiveOfferDraft draft, Instant since) {
        CollectiveOfferFilter sameStart = CollectiveOfferFilter.builder()
                .venueId(draft.venueId())
                .periodBeginning(draft.start())
                .periodEnding(draft.start())
                .build();
        List<CollectiveOffer> alike = list(sameStart).stream()
                .map(summary -> get(summary.id()))
                .filter(offer -> !offer.created().isBefore(since) && CollectiveMatch.shows(offer, draft))
                .toList();
        return alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
    }

    /**
     * One offer.
     *
     * @throws fr.passerelle.client.error.ForbiddenException if this vendor did not make it by API
     * @throws fr.passerelle.client.error.NotFoundException if there is none
     */
    public CollectiveOffer get(long id) {
        return calls.get(HttpCall.to(Endpoint.GET_COLLECTIVE_OFFER, id), OFFER);
    }

    /**
     * Changes an offer. Name only what changes: what the fields imply must all be allowed in its state, as
     * {@link CollectiveOfferPatch#refused} tells beforehand. After a lost answer it is sent again, which sets the same
     * values; if the server refuses that, the offer itself tells.
     *
     * @throws fr.passerelle.model.rule.RuleViolationException if the start lies behind
     * @throws fr.passerelle.client.error.BadRequestException if its state does not allow the change
     * @throws fr.passerelle.client.error.ForbiddenException if this vendor did not make it by API
     */
    public CollectiveOffer update(long id, CollectiveOfferPatch patch) {
        patch.checkAt(calls.now());
        return calls.get(
                HttpCall.to(Endpoint.UPDATE_COLLECTIVE_OFFER, id).body(calls.json(patch)),
                OFFER,
                (c, failure) -> Optional.of(new CollectiveOffers(c).get(id))
                        .filter(offer -> CollectiveMatch.shows(offer, patch)));
    }

    /**
     * Puts offers away, all or none. After a lost answer they are read, and sent again if they are not all put away.
     *
     * @throws fr.passerelle.model.rule.RuleViolationException if none is named
     * @throws fr.passerelle.client.error.BadRequestException if the state of one does not allow it
     * @throws fr.passerelle.client.error.NotFoundException if one is unknown
     */
    public void archive(long... ids) {
        CollectiveArchive archive =
                new CollectiveArchive(LongStream.of(ids).boxed().toList());
        calls.run(
                HttpCall.to(Endpoint.ARCHIVE_COLLECTIVE_OFFERS).body(calls.json(archive)),
                Settlement.when(c -> LongStream.of(ids)
                        .allMatch(id -> new CollectiveOffers(c).get(id).status().equals(ARCHIVED))));
    }

    /** {@link CollectiveOffers}, answering futures. Cancelling one cancels its call. */
    public static final class Async {

        private final Calls calls;

        private Async(Calls calls) {
            this.calls = calls;
        }

        /** See {@link CollectiveOffers#list(CollectiveOfferFilter)}. */
        public CompletableFuture<List<CollectiveOfferSummary>> list(CollectiveOfferFilter filter) {
            return calls.later(c -> new CollectiveOffers(c).list(filter));
        }

        /** See {@link CollectiveOffers#create(CollectiveOfferDraft)}. */
        public CompletableFuture<CollectiveOffer> create(CollectiveOfferDraft draft) {
            return calls.later(c -> new CollectiveOffers(c).create(draft));
        }

        /** See {@link CollectiveOffers#get(long)}. */
        public CompletableFuture<CollectiveOffer> get(long id) {
            return calls.later(c -> new CollectiveOffers(c).get(id));
        }

        /** See {@link CollectiveOffers#update(long, CollectiveOfferPatch)}. */
        public CompletableFuture<CollectiveOffer> update(long id, CollectiveOfferPatch patch) {
            return calls.later(c -> new CollectiveOffers(c).update(id, patch));
        }

        /** See {@link CollectiveOffers#archive(long...)}. */
        public CompletableFuture<Void> archive(long... ids) {
            return calls.runLater(c -> new CollectiveOffers(c).archive(ids));
        }
    }
}
