package fr.passerelle.client;

import fr.passerelle.model.collective.CollectiveOffer;
import fr.passerelle.model.collective.CollectiveOfferDraft;
import fr.passerelle.model.collective.CollectiveOfferPatch;

/** stand-in */
final class CollectiveShown {
    private CollectiveShown() {}

    static boolean shows(CollectiveOffer offer, CollectiveOfferDraft draft) {
        return CollectiveMatch.shows(offer, draft);
    }

    static boolean shows(CollectiveOffer offer, CollectiveOfferPatch patch) {
        return CollectiveMatch.shows(offer, patch);
    }
}
