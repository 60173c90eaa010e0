package fr.passerelle.model.collective;

import fr.passerelle.model.value.Price;
import fr.passerelle.model.venue.Accessibility;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Which action each field of a change stands for (reference 8.4). That a field is there counts, whatever it says. */
final class PatchActions {

    private PatchActions() {}

    static Set<CollectiveAction> of(CollectiveOfferPatch patch, Price priceNow) {
        Price price = patch.totalPrice();
        boolean raised = price != null && price.compareTo(priceNow) > 0;
        boolean keptOrLowered = price != null && !raised;

        Set<CollectiveAction> actions = EnumSet.noneOf(CollectiveAction.class);
        if (raised || details(patch)) {
            actions.add(CollectiveAction.EDIT_DETAILS);
        }
        if (patch.start() != null
                || patch.end() != null
                || !patch.bookingLimit().isKeep()) {
            actions.add(CollectiveAction.EDIT_DATES);
        }
        if (keptOrLowered
                || patch.numberOfTickets() != null
                || !patch.educationalPriceDetail().isKeep()) {
            actions.add(CollectiveAction.EDIT_DISCOUNT);
        }
        if (patch.institution() != null) {
            actions.add(CollectiveAction.EDIT_INSTITUTION);
        }
        return actions;
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
