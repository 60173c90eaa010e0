package fr.passerelle.internal.call;

import fr.passerelle.model.offer.OfferImageDraft;

/** What a call sends; it can be written as often as the call is tried. */
public sealed interface Body {

    /**
     * A document.
     *
     * @param text JSON
     */
    record Json(String text) implements Body {

        /** Without the text, which may hold people's data. */
        @Override
        public String toString() {
            return "JSON";
        }
    }

    /**
     * A picture, as a form of two parts.
     *
     * @param image the picture and its credit
     */
    record Upload(OfferImageDraft image) implements Body {}
}
