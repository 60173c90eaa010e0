package fr.passerelle.ticketing;

import fr.passerelle.internal.signature.MessageSignature;
import fr.passerelle.model.booking.Booking;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Recognises a booking wherever it shows up. Messages have no booking id (reference 9.2), and lists of bookings have no
 * barcodes (reference operation 33), but both tell who booked which date at which microsecond: the programme sets that
 * moment once for each attempt, books for one person at a time, and sends and lists it alike. So
 *
 * <ul>
 *   <li>a message that comes again has the same key;
 *   <li>a beneficiary who tries again, after a timeout or a cancellation, makes another booking with another key;
 *   <li>a booking in a list has the key of its message.
 * </ul>
 *
 * <p>A key is an HMAC-SHA-256 of these fields under the vendor's own secret, so that what is kept names nobody. Should
 * a beneficiary change the e-mail address between message and list, the keys differ: date and moment together will do
 * then.
 */
public final class BookingKeys {

    /** Shortest secret, in characters. */
    public static final int MIN_SECRET_LENGTH = 16;

    private final String secret;

    private BookingKeys(String secret) {
        this.secret = secret;
    }

    /**
     * Keys under a secret. Keep it as long as the keys: under another one no booking is recognised. Not the HMAC key of
     * the programme, which may be rotated.
     *
     * @throws IllegalArgumentException if it is shorter than {@value #MIN_SECRET_LENGTH} characters, blank, or not text
     *     that UTF-8 can encode
     */
    public static BookingKeys under(String secret) {
        if (secret.length() < MIN_SECRET_LENGTH) {
            throw new IllegalArgumentException("the secret needs at least " + MIN_SECRET_LENGTH + " characters");
        }
        BookingKeys keys = new BookingKeys(secret);
        keys.hash(""); // refuses a secret that cannot sign
        return keys;
    }

    /** The key of the booking that a message is about. */
    public BookingKey of(BookingMessage message) {
        return key(
                message.stockId(), message.creationDate(), message.beneficiary().email());
    }

    /**
     * The key of a booking as the programme lists it.
     *
     * @throws IllegalArgumentException if the programme left out its {@code userEmail}: the key would be that of no
     *     message, and a sale would seem to be nobody's
     */
    public BookingKey of(Booking booking) {
        if (booking.userEmail().isEmpty()) {
            throw new IllegalArgumentException(
                    "booking " + booking.id() + " has no userEmail, by which it is recognised");
        }
        return key(booking.stockId(), booking.creationDate(), booking.userEmail());
    }

    /** What a ledger keeps of a booking that is to be sold. */
    public SaleAttempt attempt(BookingMessage message) {
        return new SaleAttempt(
                of(message),
                hash("visitor|" + message.offerId() + "|"
                        + message.beneficiary().email()),
                message.venueId(),
                message.offerId(),
                message.stockId(),
                message.quantity(),
                atTheMicrosecond(message.creationDate()));
    }

    private BookingKey key(long stockId, Instant bookedAt, String email) {
        return hash("booking|" + stockId + "|" + atTheMicrosecond(bookedAt) + "|" + email);
    }

    private BookingKey hash(String fields) {
        return new BookingKey(MessageSignature.of(secret, fields));
    }

    /** The programme's own precision, and that of databases. */
    private static Instant atTheMicrosecond(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "BookingKeys{secret redacted}";
    }
}
