package fr.passerelle.sandbox.state;

import fr.passerelle.sandbox.state.Booking.Status;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What happens to bookings. Every change keeps the booked quantity of the stock right. */
public final class Bookings {

    /** How long a user may change their mind, and how long before the start the window closes at the latest. */
    public static final Duration CANCELLATION_WINDOW = Duration.ofDays(2);

    private static final String TOKEN_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ234567";
    private static final int TOKEN_LENGTH = 6;

    private final World world;
    private final Map<String, Booking> tokens = new HashMap<>();
    private final SecureRandom random = new SecureRandom();

    Bookings(World world) {
        this.world = world;
    }

    /**
     * Books places at the price of the moment, without looking whether any are left. A free activation code is attached
     * when the stock has codes.
     *
     * @param created when it was made, which the cancellation limit depends on
     */
    public Booking add(Beneficiary beneficiary, Stock stock, int quantity, Instant created) {
        Booking booking = world.bookings.add(
                id -> new Booking(id, beneficiary, stock, quantity, stock.price, created, freshToken()));
        booking.cancellationLimit = stock.beginning == null ? null : cancellationLimit(stock.beginning, created);
        booking.activationCode = stock.activationCodes.poll();
        stock.booked += quantity;
        tokens.put(booking.token, booking);
        return booking;
    }

    /** The booking of a countermark, in any case, or null. */
    public @Nullable Booking byToken(String token) {
        return tokens.get(token.toUpperCase(Locale.ROOT));
    }

    /** Cancels, and gives the places back. */
    public void cancel(Booking booking, String reason) {
        booking.status = Status.CANCELLED;
        booking.cancelled = world.now();
        booking.cancellationReason = reason;
        booking.used = null;
        booking.stock.release(booking.quantity);
    }

    public void use(Booking booking) {
        booking.status = Status.USED;
        booking.used = world.now();
    }

    /** Takes the validation of a countermark back. */
    public void unuse(Booking booking) {
        booking.status = Status.CONFIRMED;
        booking.used = null;
    }

    /**
     * The moment from which the user can no longer cancel a booking of an event: 48 h after booking, 48 h before the
     * start, whichever comes first, never before the booking itself (reference, section 7.1).
     */
    public static Instant cancellationLimit(Instant beginning, Instant created) {
        Instant limit = earlier(beginning.minus(CANCELLATION_WINDOW), created.plus(CANCELLATION_WINDOW));
        return limit.isBefore(created) ? created : limit;
    }

    /** Recomputes a booking after its event has moved (reference, operation 23). */
    public void eventMoved(Booking booking, Instant beginning) {
        Instant now = world.now();
        booking.cancellationLimit = earlier(beginning, now.plus(CANCELLATION_WINDOW));
        if (booking.status == Status.USED && beginning.isAfter(now.plus(CANCELLATION_WINDOW))) {
            unuse(booking);
        }
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private String freshToken() {
        String token;
        do {
            token = random.ints(TOKEN_LENGTH, 0, TOKEN_ALPHABET.length())
                    .mapToObj(index -> String.valueOf(TOKEN_ALPHABET.charAt(index)))
                    .collect(Collectors.joining());
        } while (tokens.containsKey(token));
        return token;
    }

    void clear() {
        tokens.clear();
    }
}
