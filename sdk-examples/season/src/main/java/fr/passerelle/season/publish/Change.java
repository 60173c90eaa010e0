package fr.passerelle.season.publish;

import fr.passerelle.model.offer.DateDraft;
import fr.passerelle.model.offer.Event;
import fr.passerelle.model.offer.EventDate;
import fr.passerelle.model.offer.PriceCategoryDraft;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is missing at the programme for a plan to be on sale.
 *
 * @param plan what is to be sold
 * @param known the event that an earlier run has left there; null if there is none
 * @param knownDates its dates
 */
public record Change(Plan plan, @Nullable Event known, List<EventDate> knownDates) {

    /** Everything is missing. */
    static Change all(Plan plan) {
        return new Change(plan, null, List.of());
    }

    /** Whether nothing is missing. */
    public boolean isNothing() {
        return known != null && missingPrices().isEmpty() && missingDates() == 0;
    }

    /** How many dates are missing. */
    public int missingDates() {
        return missingDates(price -> Plan.ANY_PRICE).size();
    }

    List<DateDraft> missingDates(ToLongFunction<PriceCategoryDraft> priceIds) {
        Set<String> there =
                knownDates.stream().map(date -> idOf(date.idAtProvider())).collect(Collectors.toSet());
        return plan.dates(priceIds).stream()
                .filter(date -> !there.contains(idOf(date.idAtProvider())))
                .toList();
    }

    /** The prices that an existing event lacks. A new event is created with its prices. */
    List<PriceCategoryDraft> missingPrices() {
        if (known == null) {
            return List.of();
        }
        Set<String> there = known.priceCategories().stream()
                .map(price -> idOf(price.idAtProvider()))
                .collect(Collectors.toSet());
        return plan.event().priceCategories().stream()
                .filter(price -> !there.contains(idOf(price.idAtProvider())))
                .toList();
    }

    /** The vendor's name of a thing, empty if it has none: others may have added things of their own. */
    static String idOf(@Nullable String idAtProvider) {
        return idAtProvider == null ? "" : idAtProvider;
    }
}
