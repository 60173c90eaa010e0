package fr.passerelle.season.picture;

import fr.passerelle.model.offer.OfferImageDraft;
import fr.passerelle.season.agenda.Finding;
import java.util.List;
import java.util.Optional;

/**
 * The picture of an event.
 *
 * @param image ready to be sent; empty if there is none to send
 * @param notes what was done to it, or why it is left out
 */
public record Illustration(Optional<OfferImageDraft> image, List<Finding> notes) {

    /** No picture, and nothing to say about it. */
    public static final Illustration NONE = new Illustration(Optional.empty(), List.of());

    public Illustration {
        notes = List.copyOf(notes);
    }
}
