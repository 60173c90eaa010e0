package fr.passerelle.model.credit;

import fr.passerelle.model.booking.BookingStatus;
import fr.passerelle.model.offer.CategoryId;
import fr.passerelle.model.value.Price;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What time does to a booking, and until when the beneficiary may cancel it (rule book 3.4 and 3.5). */
public final class BookingLife {

    /** Why the beneficiary cannot cancel; the names are the error codes of the app API. */
    public enum CancelRefusal {
        /** It was used, and perhaps paid to the venue. */
        ALREADY_USED,
        /** The limit has passed. */
        CONFIRMED_BOOKING
    }

    /** When an unused booking of goods is cancelled. {@code books}: paper books only. */
    private record Delay(Instant bookedFrom, boolean books, Duration delay, Duration reminderBefore, String source) {}

    private static final List<Delay> DELAYS = List.of(
            new Delay(
                    Instant.parse("2021-10-01T00:00:00Z"),
                    true,
                    Duration.ofDays(10),
                    Duration.ofDays(5),
                    "server bf28ce2a31, 241e9a78c6"),
            new Delay(Instant.MIN, false, Duration.ofDays(30), Duration.ofDays(7), "server cdfbedb842"));

    /** The first day on which the job ran. */
    private static final LocalDate FIRST_RUN = LocalDate.of(2020, 12, 1);

    /** An event counts as attended this long after its start. */
    private static final Duration AFTER_START = Duration.ofHours(48);

    private BookingLife() {}

    /** When an unused booking expires; null if it never does. */
    public static @Nullable Instant expiration(CategoryId category, Instant bookedAt) {
        Delay delay = delay(category, bookedAt);
        return delay == null ? null : bookedAt.plus(delay.delay);
    }

    /** When the person is reminded of an unused booking; null if it never expires. */
    public static @Nullable Instant reminder(CategoryId category, Instant bookedAt) {
        Delay delay = delay(category, bookedAt);
        return delay == null ? null : bookedAt.plus(delay.delay).minus(delay.reminderBefore);
    }

    /**
     * The day (UTC) whose nightly run cancels an unused booking: the first that begins at its expiration or later; null
     * if it never expires.
     */
    public static @Nullable LocalDate cancelledOn(CategoryId category, Instant bookedAt) {
        Instant expiration = expiration(category, bookedAt);
        if (expiration == null) {
            return null;
        }
        LocalDate day = expiration.atOffset(ZoneOffset.UTC).toLocalDate();
        boolean atMidnight = day.atStartOfDay().toInstant(ZoneOffset.UTC).equals(expiration);
        LocalDate run = atMidnight ? day : day.plusDays(1);
        return run.isBefore(FIRST_RUN) ? FIRST_RUN : run;
    }

    private static @Nullable Delay delay(CategoryId category, Instant bookedAt) {
        if (!category.expires()) {
            return null;
        }
        boolean book = category.equals(CategoryId.LIVRE_PAPIER);
        return DELAYS.stream()
                .filter(row -> (book || !row.books) && !bookedAt.isBefore(row.bookedFrom))
                .findFirst()
                .orElse(null);
    }

    /** Whether the nightly run at this instant takes the beneficiary for admitted. Goods have no start. */
    public static boolean usedByTime(BookingStatus status, @Nullable Instant eventStart, Instant runAt) {
        return status.equals(BookingStatus.CONFIRMED)
                && eventStart != null
                && eventStart.isBefore(runAt.minus(AFTER_START));
    }

    /**
     * The state of a booking as soon as it is made: used at once if an activation code of a digital offer was handed
     * out, or for a free card of a museum or library.
     */
    public static BookingStatus initialStatus(
            CategoryId category, Price unitPrice, boolean hasUrl, boolean hasActivationCodes) {
        boolean freeCard = category.usedWhenFree() && unitPrice.equals(Price.FREE);
        return freeCard || (hasUrl && hasActivationCodes) ? BookingStatus.USED : BookingStatus.CONFIRMED;
    }

    /**
     * Why the beneficiary cannot cancel at this instant; null if it works. Cancelling twice does nothing, silently.
     *
     * @param limit the first instant at which it is too late; null for goods
     */
    public static @Nullable CancelRefusal cancelRefusal(BookingStatus status, @Nullable Instant limit, Instant at) {
        if (status.equals(BookingStatus.CANCELLED)) {
            return null;
        }
        if (!status.equals(BookingStatus.CONFIRMED)) {
            return CancelRefusal.ALREADY_USED;
        }
        return limit == null || at.isBefore(limit) ? null : CancelRefusal.CONFIRMED_BOOKING;
    }
}
