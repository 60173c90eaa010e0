/**
 * Keeps a venue's events as a vendor's own catalogue has them, with the fewest calls. Start at
 * {@link fr.passerelle.catalogue.CatalogueSync}.
 */
@NullMarked
package fr.passerelle.catalogue;

import org.jspecify.annotations.NullMarked;
