package fr.passerelle.passculture;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.passerelle.http.RequestOptions;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.internal.call.Operation;
import fr.passerelle.internal.call.OutcomeCheck;
import fr.passerelle.internal.call.RequestExecutor;
import fr.passerelle.model.offer.PriceCategory;
import fr.passerelle.model.offer.PriceCategoryDraft;
import fr.passerelle.model.offer.PriceCategoryPatch;
import fr.passerelle.model.rule.RuleCheck;
import fr.passerelle.passculture.endpoint.PassCultureEndpoint;
import fr.passerelle.passculture.shown.Shown;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The prices of one event (reference operations 18 to 20). */
public final class PriceCategories {

    private static final String MEMBER = "priceCategories";
    private static final TypeReference<PriceCategory> CATEGORY = new TypeReference<>() {};
    private static final TypeReference<List<PriceCategory>> CATEGORIES = new TypeReference<>() {};

    private final RequestExecutor requests;
    private final long eventId;

    PriceCategories(RequestExecutor requests, long eventId) {
        this.requests = requests;
        this.eventId = eventId;
    }

    /** The same, with other options for its calls. */
    public PriceCategories with(RequestOptions options) {
        return new PriceCategories(requests.with(options), eventId);
    }

    /** The same, by futures. */
    public Async async() {
        return new Async(requests, eventId);
    }

    /** See {@link #create(List)}. */
    public List<PriceCategory> create(PriceCategoryDraft... drafts) {
        return create(List.of(drafts));
    }

    /**
     * Adds prices, all or none. After a lost response they are sent again, as the server refuses them a second time;
     * that refusal then leaves open whether the first ones arrived or were there before
     * ({@link fr.passerelle.error.ApiException#afterLostResponse()}). {@link RequestOptions.Builder#readBeforeWrite}
     * lets the prices themselves tell.
     *
     * @param drafts at most 50
     * @return the new ones
     * @throws fr.passerelle.model.rule.RuleViolationException if there are more than 50, or two alike
     */
    public List<PriceCategory> create(List<PriceCategoryDraft> drafts) {
        return requests.await(operation -> create(operation, drafts));
    }

    private CompletableFuture<List<PriceCategory>> create(Operation operation, List<PriceCategoryDraft> drafts) {
        RuleCheck check = new RuleCheck();
        PriceCategoryDraft.checkTogether(drafts, check);
        check.raise();
        return operation.execute(
                HttpCall.to(PassCultureEndpoint.CREATE_PRICE_CATEGORIES, eventId)
                        .body(operation.json(Map.of(MEMBER, drafts))),
                MEMBER,
                CATEGORIES,
                operation.options().readBeforeWrite()
                        ? OutcomeCheck.reading(
                                read -> list(read, List.of()), (before, now) -> created(drafts, before, now))
                        : null);
    }

    /** Each draft as one that was not there before. */
    private static Optional<List<PriceCategory>> created(
            List<PriceCategoryDraft> drafts, List<PriceCategory> before, List<PriceCategory> now) {
        List<PriceCategory> found = drafts.stream()
                .flatMap(draft ->
                        CreatedCheck.onlyNew(before, now, PriceCategory::id, price -> Shown.shows(price, draft))
                                .stream())
                .toList();
        return Optional.of(found).filter(prices -> prices.size() == drafts.size());
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
        return requests.await(operation -> list(operation, idsAtProvider));
    }

    private CompletableFuture<List<PriceCategory>> list(Operation operation, List<String> idsAtProvider) {
        HttpCall list = HttpCall.to(PassCultureEndpoint.LIST_PRICE_CATEGORIES, eventId)
                .queryIfSet("idsAtProvider", Dates.checked(idsAtProvider));
        return operation.execute(list, MEMBER, CATEGORIES);
    }

    /** Changes a price; a new amount holds for every date that is not over. After a lost response it is sent again. */
    public PriceCategory update(long id, PriceCategoryPatch patch) {
        return requests.await(operation -> update(operation, id, patch));
    }

    private CompletableFuture<PriceCategory> update(Operation operation, long id, PriceCategoryPatch patch) {
        HttpCall update = HttpCall.to(PassCultureEndpoint.UPDATE_PRICE_CATEGORY, eventId, id)
                .body(operation.json(patch));
        return operation.execute(update, CATEGORY, id, PriceCategory::id);
    }

    /** {@link PriceCategories}, by futures. Cancelling one cancels its call. */
    public static final class Async {

        private final RequestExecutor requests;
        private final PriceCategories prices;

        private Async(RequestExecutor requests, long eventId) {
            this.requests = requests;
            this.prices = new PriceCategories(requests, eventId);
        }

        /** See {@link PriceCategories#create(List)}. */
        public CompletableFuture<List<PriceCategory>> create(List<PriceCategoryDraft> drafts) {
            return requests.submit(operation -> prices.create(operation, drafts));
        }

        /** See {@link PriceCategories#list()}. */
        public CompletableFuture<List<PriceCategory>> list() {
            return requests.submit(operation -> prices.list(operation, List.of()));
        }

        /** See {@link PriceCategories#list(List)}. */
        public CompletableFuture<List<PriceCategory>> list(List<String> idsAtProvider) {
            return requests.submit(operation -> prices.list(operation, idsAtProvider));
        }

        /** See {@link PriceCategories#update(long, PriceCategoryPatch)}. */
        public CompletableFuture<PriceCategory> update(long id, PriceCategoryPatch patch) {
            return requests.submit(operation -> prices.update(operation, id, patch));
        }
    }
}
