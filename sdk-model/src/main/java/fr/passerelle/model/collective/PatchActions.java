package fr.passerelle.model.collective;

import fr.passerelle.model.value.Price;
import fr.passerelle.model.venue.Accessibility;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which action each field of a change stands for (reference 8.4). That a field is there counts, whatever it says. */
final class PatchActions {

    private PatchActions() {}

    static Set<CollectiveAction> of(CollectiveOfferPatch patch, CollectiveOffer offer) {
        CollectivePricePatch price = patch.price();
        boolean priced = price != null && namesAPrice(price);
        boolean raised = priced && raised(price, offer);

        Set<CollectiveAction> actions = EnumSet.noneOf(CollectiveAction.class);
        if (raised || details(patch) || namesDetails(price)) {
            actions.add(CollectiveAction.EDIT_DETAILS);
        }
        if (patch.start() != null
                || patch.end() != null
                || !patch.bookingLimit().isKeep()) {
            actions.add(CollectiveAction.EDIT_DATES);
        }
        if ((priced && !raised) || patch.numberOfTickets() != null || namesDiscount(price)) {
            actions.add(CollectiveAction.EDIT_DISCOUNT);
        }
        if (patch.institution() != null) {
            actions.add(CollectiveAction.EDIT_INSTITUTION);
        }
        return actions;
    }

    private static boolean namesAPrice(CollectivePricePatch price) {
        return price instanceof CollectivePricePatch.Total total
                ? total.totalPrice() != null
                : price instanceof CollectivePricePatch.Detailed detailed
                        && (detailed.servicePrice() != null || detailed.additionalFees() != null);
    }

    /** An offer whose price is not known is taken for one whose price rises: the stricter of the two. */
    private static boolean raised(@Nullable CollectivePricePatch price, CollectiveOffer offer) {
        Price before = offer.total();
        Price after = price == null ? null : price.totalAfter(offer);
        return before == null || after == null || after.compareTo(before) > 0;
    }

    private static boolean namesDetails(@Nullable CollectivePricePatch price) {
        return price instanceof CollectivePricePatch.Detailed detailed
                && !detailed.additionalDetails().isKeep();
    }

    private static boolean namesDiscount(@Nullable CollectivePricePatch price) {
        return price instanceof CollectivePricePatch.Total total
                ? !total.educationalPriceDetail().isKeep()
                : price instanceof CollectivePricePatch.Detailed detailed && detailed.numberOfTeachers() != null;
    }

    /** Every field that no other action names. */
    private static boolean details(CollectiveOfferPatch patch) {
        Accessibility accessibility = patch.accessibility();
        return Stream.of(
                                patch.venueId(),
                                patch.name(),
                                patch.description(),
                                patch.formats(),
                                patch.domains(),
                                patch.students(),
                                patch.bookingEmails(),
                                patch.contactEmail(),
                                patch.contactPhone(),
                                patch.location(),
                                patch.interventionArea())
                        .anyMatch(Objects::nonNull)
                || Stream.of(patch.durationMinutes(), patch.nationalProgramId(), patch.image())
                        .anyMatch(field -> !field.isKeep())
                || (accessibility != null && !accessibility.equals(Accessibility.unknown()));
    }
}
