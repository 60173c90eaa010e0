package fr.passerelle.reconciliation;

import fr.passerelle.ticketing.BookingKey;

/**
 * A booking that a vendor has in its records, without its number in the programme.
 *
 * @param key of the booking
 * @param stockId the id of the date or stock
 * @param quantity places: 1 or 2
 */
public record RecordedSale(BookingKey key, long stockId, int quantity) {}
