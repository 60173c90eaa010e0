package fr.passerelle.client;

import static fr.passerelle.client.PatchMatch.sameTime;

import fr.passerelle.model.collective.CollectiveOffer;
import fr.passerelle.model.collective.CollectiveOfferDraft;
import fr.passerelle.model.collective.CollectiveOfferPatch;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether an offer to a school, or its booking, shows what was sent. */
final class CollectiveMatch {

    private CollectiveMatch() {}

    /** By what the server keeps as it was sent: not the telephone number, nor the place. */
    static boolean shows(CollectiveOffer offer, CollectiveOfferDraft draft) {
        return offer.venueId() == draft.venueId()
                && offer.name().equals(draft.name())
                && PatchMatch.shows(offer.description(), draft.description())
                && sameTime(offer.start(), draft.start())
                && sameTime(offer.end(), draft.end() == null ? draft.start() : draft.end())
                && sameTime(offer.bookingLimit(), draft.bookingLimit())
                && offer.totalPrice().equals(draft.totalPrice())
                && PatchMatch.shows(offer.numberOfTickets(), draft.numberOfTickets())
                && PatchMatch.shows(offer.educationalPriceDetail(), draft.educationalPriceDetail())
                && PatchMatch.shows(offer.durationMinutes(), draft.durationMinutes())
                && sameSet(offer.formats(), draft.formats())
                && sameSet(offer.domains(), draft.domains())
                && PatchMatch.shows(offer.contactEmail(), draft.contactEmail());
    }

    /** Only if everything that the patch changes can be held against the offer. */
    static boolean shows(CollectiveOffer offer, CollectiveOfferPatch patch) {
        return comparable(patch)
                && PatchMatch.shows(offer.venueId(), patch.venueId())
                && PatchMatch.shows(offer.name(), patch.name())
                && PatchMatch.shows(offer.description(), patch.description())
                && PatchMatch.shows(offer.contactEmail(), patch.contactEmail())
                && sameSet(offer.bookingEmails(), patch.bookingEmails())
                && sameSet(offer.formats(), patch.formats())
                && sameSet(offer.domains(), patch.domains())
                && sameSet(offer.students(), patch.students())
                && sameTime(offer.start(), patch.start())
                && sameTime(offer.end(), patch.end())
                && sameTime(offer.bookingLimit(), limit(offer, patch))
                && PatchMatch.shows(offer.totalPrice(), patch.totalPrice())
                && PatchMatch.shows(offer.numberOfTickets(), patch.numberOfTickets())
                && PatchMatch.shows(offer.educationalPriceDetail(), patch.educationalPriceDetail())
                && PatchMatch.shows(offer.durationMinutes(), patch.durationMinutes());
    }

    /** A limit that is emptied becomes the start. */
    private static @Nullable Instant limit(CollectiveOffer offer, CollectiveOfferPatch patch) {
        return patch.bookingLimit().isClear()
                ? offer.start()
                : patch.bookingLimit().value();
    }

    private static boolean comparable(CollectiveOfferPatch patch) {
        return patch.contactPhone() == null
                && patch.location() == null
                && patch.interventionArea() == null
                && patch.institution() == null
                && patch.accessibility() == null
                && patch.nationalProgramId().isKeep()
                && patch.image().isKeep();
    }

    private static <T> boolean sameSet(List<T> shown, @Nullable List<T> wanted) {
        return wanted == null || new HashSet<>(shown).equals(new HashSet<>(wanted));
    }
}
