package fr.passerelle.sandbox.state;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A product the platform's catalogue knows by its EAN. */
public record CatalogueProduct(
        long id,
        String ean,
        String name,
        String category,
        @Nullable String description,
        boolean compliant) {

    /** The only categories that the upsert by EAN takes: books, CDs and vinyl. */
    private static final Set<String> UPSERTABLE =
            Set.of("LIVRE_PAPIER", "SUPPORT_PHYSIQUE_MUSIQUE_CD", "SUPPORT_PHYSIQUE_MUSIQUE_VINYLE");

    /** Whether its category may be sold by EAN. */
    public boolean categoryAllowed() {
        return UPSERTABLE.contains(category);
    }
}
