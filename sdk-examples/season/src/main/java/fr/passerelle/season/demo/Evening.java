package fr.passerelle.season.demo;

import fr.passerelle.model.offer.Event;
import fr.passerelle.model.offer.EventDate;
import fr.passerelle.season.publish.Outcome.Published;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The day on which the demonstration goes out: the one with the most to see.
 *
 * @param performances one per event, concerts and shows with tickets of their own first; the full price of each
 */
record Evening(List<Outing> performances) {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int ENOUGH = 2;

    /** An event on that day. */
    record Outing(Event event, EventDate date) {}

    /** The best day, or empty if nothing was published. */
    static Optional<Evening> choose(Collection<Published> published) {
        Map<LocalDate, Map<Long, Outing>> days = new TreeMap<>();
        for (Published offer : published) {
            Event event = offer.event();
            for (EventDate date : offer.dates()) {
                if (event != null) {
                    days.computeIfAbsent(date.beginning().atZone(PARIS).toLocalDate(), day -> new HashMap<>())
                            .merge(event.id(), new Outing(event, date), Evening::dearer);
                }
            }
        }
        // A stable sort by how much both kinds of admission can be shown: of equal days the first one.
        return days.values().stream()
                .map(outings -> new Evening(inOrder(outings.values())))
                .max(Comparator.comparingInt(Evening::interest)
                        .thenComparing(Comparator.comparing(Evening::start).reversed()));
    }

    /** When the last of them begins: everybody is at the door by then. */
    Instant start() {
        return performances.stream()
                .map(outing -> outing.date().beginning())
                .max(Comparator.naturalOrder())
                .orElseThrow();
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
