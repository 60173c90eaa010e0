/**
 * Finds out what a vendor was not told: compares the programme's bookings with the vendor's own records. Start at
 * {@link fr.passerelle.reconciliation.BookingReconciler}.
 */
@NullMarked
package fr.passerelle.reconciliation;

import org.jspecify.annotations.NullMarked;
