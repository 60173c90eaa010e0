package fr.passerelle.catalogue;

import com.fasterxml.jackson.databind.node.LongNode;
import fr.passerelle.model.offer.DateDraft;
import fr.passerelle.model.offer.DatePatch;
import fr.passerelle.model.offer.EventDate;
import fr.passerelle.passculture.shown.Shown;
import fr.passerelle.passculture.shown.Shown.Gap;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What differs between a date as it is wanted and as the programme shows it, and the patch that mends it. */
final class DateComparison {

    static final String BEGINNING = "beginningDatetime";
    static final String LIMIT = "bookingLimitDatetime";
    static final String PRICE = "priceCategoryId";
    static final String PLACES = "quantity";

    private DateComparison() {}

    /**
     * What can be changed.
     *
     * @param ticketed whether the vendor's desk counts the places
     */
    static List<Gap> gaps(EventDate date, DateDraft draft, boolean ticketed, Instant now) {
        return Shown.gaps(date, draft).stream()
                .filter(gap -> !gap.field().equals(PLACES) || !(ticketed || sellsAsWanted(date, draft)))
                .filter(gap ->
                        !gap.field().equals(BEGINNING) || draft.beginning().isAfter(now))
                .filter(gap ->
                        !gap.field().equals(LIMIT) || draft.bookingLimit().isAfter(now))
                .map(gap -> gap.field().equals(PRICE)
                        ? new Gap(PRICE, LongNode.valueOf(date.priceCategory().id()), gap.wanted())
                        : gap)
                .toList();
    }

    /** A date of which more is booked than there are places shows more places, and sells none. */
    private static boolean sellsAsWanted(EventDate date, DateDraft draft) {
        return draft.capacity().less(date.bookedQuantity()).equals(date.remaining())
                && draft.capacity().isUnlimited() == date.capacity().isUnlimited();
    }

    static boolean has(List<Gap> gaps, String field) {
        return gaps.stream().anyMatch(gap -> gap.field().equals(field));
    }

    /**
     * Carries what differs, and nothing else. The places are the total that is wanted less what is booked on the date
     * as it was read last.
     */
    static DatePatch patch(EventDate last, DateDraft draft, List<Gap> gaps) {
        DatePatch.Builder patch = DatePatch.builder();
        if (has(gaps, BEGINNING)) {
            patch.beginning(draft.beginning());
        }
        if (has(gaps, LIMIT)) {
            patch.bookingLimit(draft.bookingLimit());
        }
        if (has(gaps, PRICE)) {
            patch.priceCategoryId(draft.priceCategoryId());
        }
        if (has(gaps, PLACES)) {
            patch.remaining(draft.capacity().less(last.bookedQuantity()));
        }
        if (has(gaps, "idAtProvider")) {
            patch.idAtProvider(Objects.requireNonNull(draft.idAtProvider()));
        }
        return patch.build();
    }
}
