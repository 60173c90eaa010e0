package fr.passerelle.client;

import fr.passerelle.model.offer.Product;
import fr.passerelle.model.offer.ProductDraft;
import fr.passerelle.model.offer.ProductPatch;

/** stand-in */
final class ProductShown {
    private ProductShown() {}

    static boolean shows(Product product, ProductDraft draft) {
        return product.name().equals(draft.name());
    }

    static boolean shows(Product product, ProductPatch patch) {
        return PatchMatch.shows(product, patch);
    }
}
