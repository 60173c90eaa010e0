package fr.passerelle.sandbox.booking;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.model.credit.BookingLife;
import fr.passerelle.sandbox.http.Json;
import fr.passerelle.sandbox.state.Booking;
import fr.passerelle.sandbox.state.World;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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

    private final World world;
    private final Counter counter;
    private final Map<String, Supplier<ObjectNode>> jobs;

    /**
     * Jobs over this world.
     *
     * @param finaliseEans works off the products that wait to be upserted by EAN, and counts the offers
     * @param finaliseCinema works off the films that wait for their sessions, and counts the offers
     */
    public Jobs(World world, Counter counter, IntSupplier finaliseEans, IntSupplier finaliseCinema) {
        this.world = world;
        this.counter = counter;
        this.jobs = Map.of(
                "use-past-events",
                this::usePastEvents,
                "expire-bookings",
                this::expireBookings,
                "cancel-orphans",
                this::cancelOrphans,
                "finalise-eans",
                () -> Json.object().put("finalised", finaliseEans.getAsInt()),
                "finalise-cinema",
                () -> Json.object().put("finalised", finaliseCinema.getAsInt()),
                "recredit",
                () -> Json.object().put("recredited", 0));
    }

    /** Runs a job; gives its counts, or nothing when there is no such job. Not under the world's lock. */
    public Optional<ObjectNode> run(String name) {
        return Optional.ofNullable(jobs.get(name)).map(Supplier::get);
    }

    private ObjectNode usePastEvents() {
        return world.locked(() -> {
            Instant now = world.now();
            List<Booking> past =
                    confirmed(booking -> BookingLife.usedByTime(Credit.status(booking), booking.stock.beginning, now));
            past.forEach(world.bookingRules::use);
            return Json.object().put("used", past.size());
        });
    }

    /** Looks at whole days: a booking made at 15:00 falls on the run of the day after its last. */
    private ObjectNode expireBookings() {
        return world.locked(() -> {
            LocalDate today = LocalDate.ofInstant(world.now(), ZoneOffset.UTC);
            List<Booking> expired = confirmed(booking -> {
                LocalDate run = BookingLife.cancelledOn(BookingRules.category(booking), booking.created);
                return run != null && !run.isAfter(today);
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
