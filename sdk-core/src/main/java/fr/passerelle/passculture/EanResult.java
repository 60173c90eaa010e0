package fr.passerelle.passculture;

import fr.passerelle.model.offer.EanProductDraft;
import fr.passerelle.model.offer.Product;
import org.jspecify.annotations.Nullable;

/**
 * What became of one product that was sent by its EAN.
 *
 * @param sent what was sent
 * @param outcome what became of it
 * @param product the venue's offer as last read; null if none was seen
 * @param failure of the call that carried it, or of the last look at it; null if both went well
 */
public record EanResult(
        EanProductDraft sent,
        EanOutcome outcome,
        @Nullable Product product,
        @Nullable RuntimeException failure) {}
