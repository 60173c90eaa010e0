package fr.passerelle.sandbox.state;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** The products the platform knows, by EAN, and the films, by visa or AlloCiné number. */
public final class Catalogue {

    private final Table<CatalogueProduct> rows = new Table<>();
    private final Map<String, CatalogueProduct> byEan = new HashMap<>();
    private final Table<Film> films = new Table<>();

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

    /** Makes a film with the next id and keeps it; its numbers must be new. */
    public Film addFilm(LongFunction<Film> maker) {
        return films.add(maker);
    }

    /** The film that a {@code filmId} of a request means, or null. */
    public @Nullable Film film(String filmId) {
        return films.all().stream()
                .filter(film -> film.responsesTo(filmId))
                .findFirst()
                .orElse(null);
    }

    void clear() {
        films.clear();
        rows.clear();
        byEan.clear();
    }
}
