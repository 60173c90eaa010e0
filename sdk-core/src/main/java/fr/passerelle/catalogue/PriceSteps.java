package fr.passerelle.catalogue;

import fr.passerelle.model.offer.PriceCategory;
import fr.passerelle.model.offer.PriceCategoryDraft;
import fr.passerelle.model.offer.PriceCategoryPatch;
import fr.passerelle.passculture.shown.Shown;
import fr.passerelle.passculture.shown.Shown.Gap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is done to the prices of an event. The programme has no call that removes one. */
final class PriceSteps {

    private PriceSteps() {}

    /** Makes those that are missing, in one call. */
    static final class Create extends Step {

        private final List<PriceCategoryDraft> drafts;

        Create(Change change, List<PriceCategoryDraft> drafts) {
            super(change);
            this.drafts = drafts;
        }

        @Override
        ChangeResult run(EventWriter writer) {
            writer.written(writer.prices().create(drafts));
            return done();
        }

        @Override
        Optional<ChangeResult> settled(EventWriter writer) {
            Map<String, PriceCategory> there = writer.reread().priceCategories().stream()
                    .collect(Collectors.toMap(
                            price -> String.valueOf(price.idAtProvider()), price -> price, (one, other) -> one));
            return made(
                    drafts.stream().anyMatch(draft -> there.containsKey(id(draft))),
                    drafts.stream()
                            .allMatch(draft -> Optional.ofNullable(there.get(id(draft)))
                                    .filter(price -> Shown.shows(price, draft))
                                    .isPresent()));
        }

        private static String id(PriceCategoryDraft draft) {
            return Objects.requireNonNull(draft.idAtProvider());
        }
    }

    /** Changes one. */
    static final class Update extends Step {

        private final long id;
        private final PriceCategoryDraft draft;
        private final List<Gap> planned;

        Update(Change change, long id, PriceCategoryDraft draft, List<Gap> planned) {
            super(change);
            this.id = id;
            this.draft = draft;
            this.planned = planned;
        }

        @Override
        ChangeResult run(EventWriter writer) {
            Optional<List<Gap>> gaps = find(writer.fresh().priceCategories()).map(price -> Shown.gaps(price, draft));
            if (gaps.isPresent() && gaps.get().isEmpty()) {
                return unchanged("it is so already");
            }
            if (!gaps.equals(Optional.of(planned))) {
                return overtaken();
            }
            PriceCategoryPatch.Builder patch = PriceCategoryPatch.builder();
            for (Gap gap : planned) {
                switch (gap.field()) {
                    case "label" -> patch.label(draft.label());
                    case "price" -> patch.price(draft.price());
                    default -> patch.idAtProvider(Objects.requireNonNull(draft.idAtProvider()));
                }
            }
            writer.written(List.of(writer.prices().update(id, patch.build())));
            return done();
        }

        @Override
        boolean holds(EventWriter writer) {
            return find(writer.reread().priceCategories())
                    .filter(price -> Shown.gaps(price, draft).isEmpty())
                    .isPresent();
        }

        private Optional<PriceCategory> find(List<PriceCategory> prices) {
            return prices.stream().filter(price -> price.id() == id).findFirst();
        }
    }
}
