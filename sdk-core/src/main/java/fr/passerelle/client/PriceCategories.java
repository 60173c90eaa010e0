package fr.passerelle.client;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.passerelle.internal.Endpoint;
import fr.passerelle.internal.call.Calls;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.model.offer.PriceCategory;
import fr.passerelle.model.offer.PriceCategoryDraft;
import fr.passerelle.model.offer.PriceCategoryPatch;
import fr.passerelle.model.rule.RuleCheck;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The prices of one event (reference operations 18 to 20). */
public final class PriceCategories {

    private static final String MEMBER = "priceCategories";
    private static final TypeReference<PriceCategory> CATEGORY = new TypeReference<>() {};
    private static final TypeReference<List<PriceCategory>> CATEGORIES = new TypeReference<>() {};

    private final Calls calls;
    private final long eventId;

    PriceCategories(Calls calls, long eventId) {
        this.calls = calls;
        this.eventId = eventId;
    }

    /** The same, with other options for its calls. */
    public PriceCategories with(RequestOptions options) {
        return new PriceCategories(calls.with(options), eventId);
    }

    /** The same, answering futures. */
    public Async async() {
        return new Async(calls, eventId);
    }

    /** See {@link #create(List)}. */
    public List<PriceCategory> create(PriceCategoryDraft... drafts) {
        return create(List.of(drafts));
    }

    /**
     * Adds prices, all or none. After a lost answer they are found again by label and price, or sent again, as the
     * server refuses them a second time.
     *
     * @param drafts at most 50
     * @return the new ones
     * @throws fr.passerelle.model.rule.RuleViolationException if there are more than 50, or two alike
     */
    public List<PriceCategory> create(List<PriceCategoryDraft> drafts) {
        RuleCheck check = new RuleCheck();
        PriceCategoryDraft.checkTogether(drafts, check);
        check.raise();
        return calls.get(
                HttpCall.to(Endpoint.CREATE_PRICE_CATEGORIES, eventId).body(calls.json(Map.of(MEMBER, drafts))),
                MEMBER,
                CATEGORIES,
                (c, failure) -> created(drafts, new PriceCategories(c, eventId).list()));
    }

    /** Label and price name a price of an event. */
    private static Optional<List<PriceCategory>> created(List<PriceCategoryDraft> drafts, List<PriceCategory> shown) {
        List<PriceCategory> found = drafts.stream()
                .flatMap(draft ->
                        shown.stream().filter(price -> shows(price, draft)).limit(1))
                .toList();
        return Optional.of(found).filter(prices -> prices.size() == drafts.size());
    }

    private static boolean shows(PriceCategory price, PriceCategoryDraft draft) {
        return price.label().equals(draft.label())
                && price.price().equals(draft.price())
                && (!VendorId.given(draft.idAtProvider())
                        || Objects.equals(draft.idAtProvider(), price.idAtProvider()));
    }

    /** Every price of the event, in no order. */
    public List<PriceCategory> list() {
        return list(List.of());
    }

    /**
     * The prices that the vendor calls so, in no order; every price if the list is empty.
     *
     * @param idsAtProvider at most 100, none with a comma
     * @throws fr.passerelle.model.rule.RuleViolationException if there are more, or one holds a comma
     */
    public List<PriceCategory> list(List<String> idsAtProvider) {
        new RuleCheck()
                .size("idsAtProvider", idsAtProvider, Dates.MAX_IDS)
                .listable("idsAtProvider", idsAtProvider)
                .raise();
        HttpCall list = HttpCall.to(Endpoint.LIST_PRICE_CATEGORIES, eventId).queryIfSet("idsAtProvider", idsAtProvider);
        return calls.get(list, MEMBER, CATEGORIES);
    }

    /** Changes a price; a new amount holds for every date that is not over. After a lost answer it is sent again. */
    public PriceCategory update(long id, PriceCategoryPatch patch) {
        return calls.get(
                HttpCall.to(Endpoint.UPDATE_PRICE_CATEGORY, eventId, id).body(calls.json(patch)), CATEGORY);
    }

    /** {@link PriceCategories}, answering futures. Cancelling one cancels its call. */
    public static final class Async {

        private final Calls calls;
        private final long eventId;

        private Async(Calls calls, long eventId) {
            this.calls = calls;
            this.eventId = eventId;
        }

        /** See {@link PriceCategories#create(List)}. */
        public CompletableFuture<List<PriceCategory>> create(List<PriceCategoryDraft> drafts) {
            return calls.later(c -> new PriceCategories(c, eventId).create(drafts));
        }

        /** See {@link PriceCategories#list()}. */
        public CompletableFuture<List<PriceCategory>> list() {
            return calls.later(c -> new PriceCategories(c, eventId).list());
        }

        /** See {@link PriceCategories#update(long, PriceCategoryPatch)}. */
        public CompletableFuture<PriceCategory> update(long id, PriceCategoryPatch patch) {
            return calls.later(c -> new PriceCategories(c, eventId).update(id, patch));
        }
    }
}
