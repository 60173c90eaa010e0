package fr.passerelle.model.credit;

import fr.passerelle.model.value.Price;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a credit; null means that there is no ceiling (rule book 3.2).
 *
 * @param all for anything
 * @param digital for what is read, heard, seen or played on line
 * @param physical for goods
 */
public record Balance(
        Price all, @Nullable Price digital, @Nullable Price physical) {

    /** What is left under these ceilings; never less than nothing, and in no domain more than in all. */
    public static Balance within(Ceilings ceilings, Price left, Price digitalSpent, Price physicalSpent) {
        Price all = atLeastNothing(left);
        return new Balance(
                all, domain(ceilings.digital(), digitalSpent, all), domain(ceilings.physical(), physicalSpent, all));
    }

    private static @Nullable Price domain(@Nullable Price ceiling, Price spent, Price all) {
        if (ceiling == null) {
            return null;
        }
        Price left = atLeastNothing(ceiling.minus(spent));
        return left.compareTo(all) < 0 ? left : all;
    }

    private static Price atLeastNothing(Price price) {
        return price.compareTo(Price.FREE) < 0 ? Price.FREE : price;
    }
}
