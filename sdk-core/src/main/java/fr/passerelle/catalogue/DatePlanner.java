package fr.passerelle.catalogue;

import fr.passerelle.catalogue.Change.Cause;
import fr.passerelle.catalogue.Change.Kind;
import fr.passerelle.model.offer.EventDate;
import fr.passerelle.model.value.Remaining;
import fr.passerelle.passculture.shown.Shown.Gap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** Which dates of an event are made, changed and ended. Those that have begun are history: nothing is done to them. */
final class DatePlanner {

    private final ChangeMaker changes;
    private final List<EventDate> shown;
    private final List<Long> ids;
    private final Instant now;
    private final Removal removal;
    private final List<Step> writes = new ArrayList<>();
    private final List<Step> removals = new ArrayList<>();

    /**
     * A planner for one event.
     *
     * @param shown all its dates
     */
    DatePlanner(ChangeMaker changes, List<EventDate> shown, Instant now, Removal removal) {
        this.changes = changes;
        this.shown = shown;
        this.ids = shown.stream().map(EventDate::id).sorted().toList();
        this.now = now;
        this.removal = removal;
    }

    List<Step> writes() {
        return writes;
    }

    List<Step> removals() {
        return removals;
    }

    /** A date as it is there and as it is wanted, and what differs. */
    private record Pair(EventDate date, WantedDate wanted, List<Gap> gaps) {

        boolean countsPlaces() {
            return DateSteps.countsPlaces(gaps);
        }
    }

    /** Brings the dates in line with these. */
    void want(List<WantedDate> wanted, PricePlanner prices, boolean ticketed) {
        Map<WantedDate, EventDate> matches = matches(wanted, prices);
        List<WantedDate> missing = wanted.stream()
                .filter(date -> !matches.containsKey(date) && date.isToCome(now))
                .toList();
        if (!missing.isEmpty()) {
            writes.add(new DateSteps.Create(changes.newDates(missing), missing));
        }
        DateReads reads = new DateReads();
        matches.entrySet().stream()
                .map(match -> pair(match.getKey(), match.getValue(), prices, ticketed))
                .filter(pair -> !pair.gaps().isEmpty())
                // Places are counted last: what they need is read once more after each write.
                .sorted(Comparator.comparing(Pair::countsPlaces)
                        .thenComparing(pair -> pair.date().id()))
                .forEach(pair -> writes.add(update(pair, ticketed, reads)));
        matches.forEach(this::overInTheCatalogue);
        Set<Long> matched = matches.values().stream().map(EventDate::id).collect(Collectors.toSet());
        end(toCome().stream().filter(date -> !matched.contains(date.id())).toList(), Cause.GONE, true);
    }

    /** Those that have not begun. */
    List<EventDate> toCome() {
        return shown.stream().filter(date -> date.beginning().isAfter(now)).toList();
    }

    /**
     * Ends dates, as far as the policy goes.
     *
     * @param open whether their event is still to be seen, so that what stays must be closed
     */
    void end(List<EventDate> dates, Cause cause, boolean open) {
        List<EventDate> others =
                dates.stream().filter(date -> date.idAtProvider() == null).toList();
        List<EventDate> own =
                dates.stream().filter(date -> date.idAtProvider() != null).toList();
        tell(others, Cause.MADE_ELSEWHERE);
        if (removal == Removal.KEEP) {
            tell(own, Cause.POLICY);
            return;
        }
        boolean cancels = removal == Removal.CANCEL_BOOKED;
        for (EventDate date : own) {
            if (date.bookedQuantity() == 0 || cancels) {
                Kind kind = date.bookedQuantity() == 0 ? Kind.WITHDRAW : Kind.CANCEL;
                int calls = cancels ? 1 : 2;
                removals.add(
                        new DateSteps.Delete(changes.date(kind, date, List.of(), cause, calls), date.id(), !cancels));
            } else if (open && sells(date)) {
                removals.add(
                        new DateSteps.Close(changes.date(Kind.CLOSE, date, List.of(), Cause.BOOKED, 1), date.id()));
            } else {
                tell(List.of(date), Cause.BOOKED);
            }
        }
    }

    /** Closes dates, booked or not. */
    void close(List<EventDate> dates) {
        dates.stream()
                .filter(DatePlanner::sells)
                .forEach(date -> removals.add(
                        new DateSteps.Close(changes.date(Kind.CLOSE, date, List.of(), Cause.CLOSED, 1), date.id())));
    }

    private void tell(List<EventDate> dates, Cause cause) {
        if (!dates.isEmpty()) {
            removals.add(new Step.Tell(changes.kept(dates, cause)));
        }
    }

    private static boolean sells(EventDate date) {
        return !date.remaining().equals(Remaining.of(0));
    }

    private Step update(Pair pair, boolean ticketed, DateReads reads) {
        Kind kind = DateComparison.has(pair.gaps(), DateComparison.BEGINNING) ? Kind.RESCHEDULE : Kind.UPDATE;
        long id = pair.date().id();
        int calls = 1 + reads.cost(id, pair.countsPlaces(), ids);
        Change change = changes.date(kind, pair.date(), pair.gaps(), Cause.DIFFERS, calls);
        return new DateSteps.Update(change, id, pair.wanted(), ticketed, pair.gaps());
    }

    private Pair pair(WantedDate wanted, EventDate date, PricePlanner prices, boolean ticketed) {
        boolean changeable = date.beginning().isAfter(now) && wanted.isToCome(now);
        return new Pair(
                date,
                wanted,
                changeable
                        ? DateComparison.gaps(date, wanted.draft(prices.number(wanted.price())), ticketed, now)
                        : List.of());
    }

    /** Sold at the programme and over in the catalogue is closed; the other way round nothing can be done. */
    private void overInTheCatalogue(WantedDate wanted, EventDate date) {
        boolean over = !date.beginning().isAfter(now);
        if (over && wanted.isToCome(now)) {
            tell(List.of(date), Cause.OVER);
        } else if (!over && !wanted.isToCome(now) && date.bookingLimit().isAfter(now) && sells(date)) {
            removals.add(new DateSteps.Close(changes.date(Kind.CLOSE, date, List.of(), Cause.CLOSED, 1), date.id()));
        }
    }

    /**
     * By the vendor's own name; else the same beginning in the same price, which would be sold twice otherwise. Among
     * several of these one of the same capacity goes first, then the one with the most bookings.
     */
    private Map<WantedDate, EventDate> matches(List<WantedDate> wanted, PricePlanner prices) {
        Set<String> names = wanted.stream().map(WantedDate::id).collect(Collectors.toSet());
        Map<String, EventDate> named = new LinkedHashMap<>();
        List<EventDate> free = new ArrayList<>();
        for (EventDate date : shown) {
            String name = date.idAtProvider();
            if (name != null && names.contains(name)) {
                named.put(name, date);
            } else {
                free.add(date);
            }
        }
        free.sort(Comparator.comparing(EventDate::bookedQuantity).reversed());
        Map<WantedDate, EventDate> matches = new LinkedHashMap<>();
        wanted.forEach(date -> Optional.ofNullable(named.get(date.id())).ifPresent(match -> matches.put(date, match)));
        BiPredicate<WantedDate, EventDate> same =
                (date, other) -> other.beginning().equals(date.beginning())
                        && other.priceCategory().id() == prices.number(date.price());
        takeOver(
                wanted,
                free,
                matches,
                same.and((date, other) -> other.capacity().equals(date.capacity())));
        takeOver(wanted, free, matches, same);
        return matches;
    }

    private static void takeOver(
            List<WantedDate> wanted,
            List<EventDate> free,
            Map<WantedDate, EventDate> matches,
            BiPredicate<WantedDate, EventDate> same) {
        for (WantedDate date : wanted) {
            if (!matches.containsKey(date)) {
                free.stream()
                        .filter(other -> same.test(date, other))
                        .findFirst()
                        .ifPresent(match -> {
                            free.remove(match);
                            matches.put(date, match);
                        });
            }
        }
    }
}
