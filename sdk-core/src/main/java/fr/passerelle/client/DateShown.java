package fr.passerelle.client;

import fr.passerelle.model.offer.DatePatch;
import fr.passerelle.model.offer.EventDate;

/** stand-in */
final class DateShown {
    private DateShown() {}

    static boolean shows(EventDate date, DatePatch patch) {
        return PatchMatch.shows(date, patch);
    }
}
