package fr.passerelle.season.demo;

import fr.passerelle.model.offer.Event;
import fr.passerelle.model.offer.EventDate;
import fr.passerelle.season.agenda.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The day on which the demonstration goes out: the one with the most to see.
 *
 * @param performances one per event, concerts and shows with tickets of their own first; the full price of each
 */
record Evening(List<Outing> performances) {

    private static final int ENOUGH = 2;
    private static final Duration CANCELLATION_ENDS = Duration.ofHours(48);

    /** An event on that day. */
    record Outing(Event event, EventDate date) {}

    /** The best day of these seen from now; empty if nothing is on sale. */
    static Optional<Evening> among(Stream<Outing> outings, Instant now) {
        Map<LocalDate, Map<Long, Outing>> days = outings.collect(Collectors.groupingBy(
                outing -> outing.date().beginning().atZone(Schedule.PARIS).toLocalDate(),
                Collectors.toMap(outing -> outing.event().id(), outing -> outing, Evening::dearer)));
        return days.values().stream()
                .map(day -> new Evening(inOrder(day.values())))
                .max(Comparator.comparing((Evening evening) -> evening.mayBeCancelled(now))
                        .thenComparing(Evening::interest)
                        .thenComparing(Comparator.comparing(Evening::start).reversed()));
    }

    /** When the last of them begins: everybody is at the door by then. */
    Instant start() {
        return performances.stream()
                .map(outing -> outing.date().beginning())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Whether beneficiaries who book now may still cancel, which ends two days before the performance. */
    private boolean mayBeCancelled(Instant now) {
        return performances.stream()
                .allMatch(outing -> outing.date().beginning().isAfter(now.plus(CANCELLATION_ENDS)));
    }

    private int interest() {
        long ticketed = performances.stream()
                .filter(outing -> outing.event().hasTicket())
                .count();
        long others = performances.size() - ticketed;
        return (int) (Math.min(ticketed, ENOUGH) + Math.min(others, ENOUGH));
    }

    private static Outing dearer(Outing one, Outing other) {
        return one.date()
                                .priceCategory()
                                .price()
                                .compareTo(other.date().priceCategory().price())
                        >= 0
                ? one
                : other;
    }

    /** Alternating, so that the first few hold both kinds. */
    private static List<Outing> inOrder(Collection<Outing> outings) {
        List<Outing> ticketed = sorted(outings, true);
        List<Outing> others = sorted(outings, false);
        List<Outing> order = new ArrayList<>();
        for (int i = 0; i < Math.max(ticketed.size(), others.size()); i++) {
            if (i < ticketed.size()) {
                order.add(ticketed.get(i));
            }
            if (i < others.size()) {
                order.add(others.get(i));
            }
        }
        return order;
    }

    private static List<Outing> sorted(Collection<Outing> outings, boolean ticketed) {
        return outings.stream()
                .filter(outing -> outing.event().hasTicket() == ticketed)
                .sorted(Comparator.comparingLong(outing -> outing.event().id()))
                .toList();
    }
}
