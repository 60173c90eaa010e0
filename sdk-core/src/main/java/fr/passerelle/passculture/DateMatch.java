package fr.passerelle.passculture;

import fr.passerelle.model.offer.DateDraft;
import fr.passerelle.model.offer.EventDate;
import fr.passerelle.passculture.shown.Shown;
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

    /**
     * The dates in the drafts' order; empty unless each draft has one of its own. Those with an id choose first, and a
     * date with an id belongs to no draft without.
     */
    static Optional<List<EventDate>> all(List<DateDraft> drafts, List<EventDate> shown) {
        List<EventDate> left = new ArrayList<>(shown);
        Collections.reverse(left);
        EventDate[] found = new EventDate[drafts.size()];
        for (boolean named : new boolean[] {true, false}) {
            for (int i = 0; i < found.length; i++) {
                DateDraft draft = drafts.get(i);
                if (VendorId.given(draft.idAtProvider()) == named) {
                    Optional<EventDate> match = left.stream()
                            .filter(date -> named || date.idAtProvider() == null)
                            .filter(date -> Shown.shows(date, draft))
                            .findFirst();
                    if (match.isEmpty()) {
                        return Optional.empty();
                    }
                    left.remove(match.get());
                    found[i] = match.get();
                }
            }
        }
        return Optional.of(List.of(found));
    }
}
