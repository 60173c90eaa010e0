package fr.passerelle.sandbox.booking;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.sandbox.http.Json;
import fr.passerelle.sandbox.state.Booking;
import fr.passerelle.sandbox.state.World;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The programme's periodic jobs, run on demand (rule book 3.5). {@code recredit} finds nothing to do in this version,
 * because a beneficiary's credit is what the control plane said and does not grow with birthdays yet.
 */
public final class Jobs {

    private static final Duration USED_AFTER = Duration.ofDays(2);

    private final World world;
    private final Counter counter;
    private final Map<String, Supplier<ObjectNode>> jobs;

    /**
     * Jobs over this world.
     *
     * @param finaliseEans works off the products that wait to be upserted by EAN, and counts the offers
     */
    public Jobs(World world, Counter counter, IntSupplier finaliseEans) {
        this.world = world;
        this.counter = counter;
        this.jobs = Map.of(
                "use-past-events", this::usePastEvents,
                "expire-bookings", this::expireBookings,
                "cancel-orphans", this::cancelOrphans,
                "finalise-eans", () -> Json.object().put("finalised", finaliseEans.getAsInt()),
                "recredit", () -> Json.object().put("recredited", 0));
    }

    /** Runs a job; gives its counts, or nothing when there is no such job. Not under the world's lock. */
    public Optional<ObjectNode> run(String name) {
        return Optional.ofNullable(jobs.get(name)).map(Supplier::get);
    }

    private ObjectNode usePastEvents() {
        return world.locked(() -> {
            Instant limit = world.now().minus(USED_AFTER);
            List<Booking> past =
                    confirmed(booking -> booking.stock.beginning != null && booking.stock.beginning.isBefore(limit));
            past.forEach(world.bookingRules::use);
            return Json.object().put("used", past.size());
        });
    }

    /** Looks at whole days: a booking made at 15:00 falls on the run of the day after its last. */
    private ObjectNode expireBookings() {
        return world.locked(() -> {
            Instant today = world.now().truncatedTo(ChronoUnit.DAYS);
            List<Booking> expired = confirmed(booking -> {
                Instant end = BookingLife.end(booking);
                return end != null && !end.isAfter(today);
            });
            expired.forEach(booking -> world.bookingRules.cancel(booking, "EXPIRED"));
            return Json.object().put("expired", expired.size());
        });
    }

    private ObjectNode cancelOrphans() {
        BoxOffice.OrphanRun run = counter.cancelOrphans();
        return Json.object()
                .put("cancelled", run.cancelled())
                .put("kept", run.kept())
                .put("failed", run.failed());
    }

    private List<Booking> confirmed(Predicate<Booking> condition) {
        return world.bookings.all().stream()
                .filter(booking -> booking.status == Booking.Status.CONFIRMED && condition.test(booking))
                .toList();
    }
}
