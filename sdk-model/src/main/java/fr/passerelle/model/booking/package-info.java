/** Bookings: what the server sends, the states they go through, and when each step is allowed. */
@NullMarked
package fr.passerelle.model.booking;

import org.jspecify.annotations.NullMarked;
