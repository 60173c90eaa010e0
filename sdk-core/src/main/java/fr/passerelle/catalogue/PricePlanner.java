package fr.passerelle.catalogue;

import fr.passerelle.catalogue.Change.Kind;
import fr.passerelle.model.offer.PriceCategory;
import fr.passerelle.model.offer.PriceCategoryDraft;
import fr.passerelle.passculture.shown.Shown;
import fr.passerelle.passculture.shown.Shown.Gap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which prices of an event are made and changed. One that has another name of the vendor's, or none, and is the same
 * for beneficiaries is taken over: the programme takes no second one of this label and amount (partner-api operation
 * 18).
 */
final class PricePlanner {

    private final ChangeMaker changes;
    private final List<PriceCategory> left;
    private final Set<String> wantedIds;
    private final Map<String, Long> numbers = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private boolean eventIsRead;

    /**
     * A planner for one event.
     *
     * @param eventIsRead whether a step before these reads the event
     */
    PricePlanner(ChangeMaker changes, List<PriceCategory> shown, List<PriceCategoryDraft> wanted, boolean eventIsRead) {
        this.changes = changes;
        this.left = new ArrayList<>(shown);
        this.eventIsRead = eventIsRead;
        this.wantedIds = wanted.stream().map(PricePlanner::id).collect(Collectors.toSet());
        plan(wanted);
    }

    List<Step> steps() {
        return steps;
    }

    /** The programme's number for a price, or what stands for one that is still to be made. */
    long number(String idAtProvider) {
        return numbers.getOrDefault(idAtProvider, WantedDate.NO_PRICE_YET);
    }

    private void plan(List<PriceCategoryDraft> wanted) {
        List<PriceCategoryDraft> missing = new ArrayList<>();
        List<Step> updates = new ArrayList<>();
        for (PriceCategoryDraft draft : wanted) {
            Optional<PriceCategory> match = match(draft);
            match.ifPresent(price -> {
                left.remove(price);
                numbers.put(id(draft), price.id());
                List<Gap> gaps = Shown.gaps(price, draft);
                if (!gaps.isEmpty()) {
                    updates.add(update(price, draft, gaps));
                }
            });
            if (match.isEmpty()) {
                missing.add(draft);
            }
        }
        if (!missing.isEmpty()) {
            List<String> ids = missing.stream().map(PricePlanner::id).toList();
            steps.add(new PriceSteps.Create(changes.price(Kind.CREATE, ids, List.of(), 1), missing));
        }
        steps.addAll(updates);
    }

    private Optional<PriceCategory> match(PriceCategoryDraft draft) {
        return left.stream()
                .filter(price -> id(draft).equals(price.idAtProvider()))
                .findFirst()
                .or(() -> left.stream()
                        .filter(price -> !wantedIds.contains(String.valueOf(price.idAtProvider())))
                        .filter(price -> !price.label().isEmpty()
                                && price.label().equals(draft.label().strip())
                                && price.price().equals(draft.price()))
                        .findFirst());
    }

    private Step update(PriceCategory price, PriceCategoryDraft draft, List<Gap> gaps) {
        boolean amount = gaps.stream().anyMatch(gap -> gap.field().equals("price"));
        int calls = eventIsRead ? 1 : 2;
        eventIsRead = true;
        Change change = changes.price(amount ? Kind.REPRICE : Kind.UPDATE, List.of(id(draft)), gaps, calls);
        return new PriceSteps.Update(change, price.id(), draft, gaps);
    }

    private static String id(PriceCategoryDraft draft) {
        return Objects.requireNonNull(draft.idAtProvider());
    }
}
