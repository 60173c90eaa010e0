/**
 * Keeps what a venue offers as a vendor's own catalogue has it, with the fewest calls. Start at
 * {@link fr.passerelle.catalogue.CatalogueSync} for events, at {@link fr.passerelle.catalogue.ProductSync} for books,
 * CDs and vinyl, at {@link fr.passerelle.catalogue.OwnProductSync} for other products, at
 * {@link fr.passerelle.catalogue.CinemaSync} for a cinema's sessions.
 */
@NullMarked
package fr.passerelle.catalogue;

import org.jspecify.annotations.NullMarked;
