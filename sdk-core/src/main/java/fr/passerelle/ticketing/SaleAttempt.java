package fr.passerelle.ticketing;

import java.time.Instant;

/**
 * A booking that the programme asks a vendor to sell, as a ledger keeps it: without personal data. Made by
 * {@link BookingKeys#attempt}.
 *
 * @param key of the booking: the same whenever its message comes again
 * @param beneficiary of the person at this offer: the same for whatever the person books of it
 * @param venueId the venue's id in the programme
 * @param offerId the offer's id in the programme
 * @param stockId the id of the date, in one price category
 * @param quantity places: 1 or 2
 * @param bookedAt when the person booked, to the microsecond
 */
public record SaleAttempt(
        BookingKey key,
        BookingKey beneficiary,
        long venueId,
        long offerId,
        long stockId,
        int quantity,
        Instant bookedAt) {}
