package fr.passerelle.sandbox.state;

import org.jspecify.annotations.Nullable;

/** A product the platform's catalogue knows by its EAN. */
public record CatalogueProduct(
        long id,
        String ean,
        String name,
        String category,
        @Nullable String description,
        boolean compliant) {}
