/** School offers: drafts, changes, answers and bookings, and what a state of an offer allows. */
@NullMarked
package fr.passerelle.model.collective;

import org.jspecify.annotations.NullMarked;
