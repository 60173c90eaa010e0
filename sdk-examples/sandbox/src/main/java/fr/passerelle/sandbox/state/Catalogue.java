package fr.passerelle.sandbox.state;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** The products the platform knows, by EAN. */
public final class Catalogue {

    private final Table<CatalogueProduct> rows = new Table<>();
    private final Map<String, CatalogueProduct> byEan = new HashMap<>();

    /** Makes a product with the next id and keeps it; its EAN must be new. */
    public CatalogueProduct add(LongFunction<CatalogueProduct> maker) {
        CatalogueProduct product = rows.add(maker);
        byEan.put(product.ean(), product);
        return product;
    }

    /** The product of an EAN, or null. */
    public @Nullable CatalogueProduct find(@Nullable String ean) {
        return byEan.get(ean);
    }

    void clear() {
        rows.clear();
        byEan.clear();
    }
}
