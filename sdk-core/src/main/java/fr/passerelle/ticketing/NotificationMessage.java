package fr.passerelle.ticketing;

/**
 * News of a booking that was made or cancelled without asking the vendor (reference 9.3). The programme sends it once
 * and ignores the response.
 *
 * @param action what happened
 * @param booking the booking it happened to
 */
public record NotificationMessage(NotificationAction action, BookingMessage booking) {}
