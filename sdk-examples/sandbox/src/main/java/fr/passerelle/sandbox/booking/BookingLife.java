package fr.passerelle.sandbox.booking;

import fr.passerelle.sandbox.state.Booking;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When an unused booking ends by itself (rule book 3.5). */
public final class BookingLife {

    private BookingLife() {}

    /** From when an unused booking may be cancelled by the expiry job; null for never. */
    public static @Nullable Instant end(Booking booking) {
        return CategoryFacts.life(booking.stock.offer.category)
                .map(booking.created::plus)
                .orElse(null);
    }

    /** Whether the booking was used as soon as it was made. */
    public static boolean isUsedAtOnce(Booking booking) {
        return booking.activationCode != null
                || CategoryFacts.isUsedAtOnce(booking.stock.offer.category, booking.price);
    }
}
