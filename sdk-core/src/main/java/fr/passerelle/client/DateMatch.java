package fr.passerelle.client;

import fr.passerelle.model.offer.DateDraft;
import fr.passerelle.model.offer.EventDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Finds the dates of one call among those of its event. They are all there or none. */
final class DateMatch {

    private DateMatch() {}

    /** Whether one of them has an id, so that the server refuses them all a second time. */
    static boolean guarded(List<DateDraft> drafts) {
        return drafts.stream().anyMatch(draft -> VendorId.given(draft.idAtProvider()));
    }

    /** The ids that lists can be filtered by. */
    static List<String> findableIds(List<DateDraft> drafts) {
        return drafts.stream()
                .map(DateDraft::idAtProvider)
                .filter(VendorId::findable)
                .map(Objects::requireNonNull)
                .toList();
    }

    /** The dates in the drafts' order; empty unless each draft has one of its own. */
    static Optional<List<EventDate>> all(List<DateDraft> drafts, List<EventDate> shown) {
        List<EventDate> newestFirst = new ArrayList<>(shown);
        Collections.reverse(newestFirst);
        List<EventDate> found = new ArrayList<>();
        for (DateDraft draft : drafts) {
            Optional<EventDate> match =
                    newestFirst.stream().filter(date -> shows(date, draft)).findFirst();
            match.ifPresent(date -> {
                newestFirst.remove(date);
                found.add(date);
            });
        }
        return Optional.of(found).filter(dates -> dates.size() == drafts.size());
    }

    /** A first booking may change the places of a date: they count only where there is no id. */
    private static boolean shows(EventDate date, DateDraft draft) {
        boolean named = VendorId.given(draft.idAtProvider());
        return Objects.equals(date.idAtProvider(), named ? draft.idAtProvider() : null)
                && (named || date.capacity().equals(draft.capacity()))
                && date.priceCategory().id() == draft.priceCategoryId()
                && PatchMatch.sameTime(date.beginning(), draft.beginning())
                && PatchMatch.sameTime(date.bookingLimit(), draft.bookingLimit());
    }
}
