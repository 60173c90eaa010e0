package fr.passerelle.model.credit;

import fr.passerelle.model.value.ResponseStyle;
import java.time.Instant;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What decides whether a date of an event, or goods, can be booked (rule book 3.1, point 5). */
@Value.Immutable
@ResponseStyle
public abstract class Stock {

    /** When the event begins; null for goods. */
    public abstract @Nullable Instant beginning();

    /** From when it cannot be booked any more; null if there is no such limit. */
    public abstract @Nullable Instant bookingLimit();

    /** From when it can be booked; null if there is no such limit. */
    public abstract @Nullable Instant bookingOpens();

    /** Places left; null if unlimited. */
    public abstract @Nullable Long remaining();

    /** Whether it was deleted. */
    @Value.Default
    public boolean deleted() {
        return false;
    }

    /** Whether the offer is approved and published, and the structure active and validated. */
    @Value.Default
    public boolean released() {
        return true;
    }

    Stock() {} // only the generated class extends it

    /** Starts a stock without any limit. */
    public static Builder builder() {
        return new Builder();
    }

    /** Whether this many places can be booked at this instant. */
    public boolean bookable(int quantity, Instant at) {
        Long left = remaining();
        Instant opens = bookingOpens();
        return !deleted()
                && released()
                && isAhead(beginning(), at)
                && isAhead(bookingLimit(), at)
                && (opens == null || !opens.isAfter(at))
                && (left == null || left >= Math.max(quantity, 1));
    }

    private static boolean isAhead(@Nullable Instant limit, Instant at) {
        return limit == null || limit.isAfter(at);
    }

    /** Builds a stock. */
    public static final class Builder extends ImmutableStock.Builder {
        Builder() {}
    }
}
