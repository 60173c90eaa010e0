/** Bookings: what the server answers, the states they go through, and when each step is allowed. */
@NullMarked
package fr.passerelle.model.booking;

import org.jspecify.annotations.NullMarked;
