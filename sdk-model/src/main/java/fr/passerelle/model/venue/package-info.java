/** Who sells and where: the vendor's account, legal structures, venues, accessibility. */
@NullMarked
package fr.passerelle.model.venue;

import org.jspecify.annotations.NullMarked;
