package fr.passerelle.counsellor.audit;

import fr.passerelle.counsellor.people.Fact;
import fr.passerelle.counsellor.people.Facts;
import fr.passerelle.counsellor.people.Outlook;
import fr.passerelle.counsellor.people.Status;
import fr.passerelle.model.value.Price;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts and sums of a list; nothing about anybody in particular. */
public final class Summary {

    /**
     * What is counted of a person.
     *
     * @param gain what an entitled person can get now and has not asked for
     * @param lastDayToAct null if nothing is lost by waiting
     */
    record Entry(Status status, Price gain, @Nullable LocalDate lastDayToAct) {

        static Entry of(Outlook outlook) {
            return outlook.status() == Status.ENTITLED
                    ? new Entry(Status.ENTITLED, outlook.now().newMoney(), outlook.lastDayToAct())
                    : new Entry(outlook.status(), Price.FREE, null);
        }
    }

    /** What is lost in a month: how many people can act for the last time, and for how much. */
    record Month(long people, Price money) {}

    /** A kind of fact that was set aside, and the rule that it breaks. */
    record SetAside(Fact fact, String rule) implements Comparable<SetAside> {

        @Override
        public int compareTo(SetAside other) {
            int first = fact.compareTo(other.fact);
            return first == 0 ? rule.compareTo(other.rule) : first;
        }
    }

    private static final Month NOBODY = new Month(0, Price.FREE);

    private final Map<Status, Long> people = new EnumMap<>(Status.class);
    private final NavigableMap<YearMonth, Month> months = new TreeMap<>();
    private final NavigableMap<SetAside, Long> setAside = new TreeMap<>();
    private long nextDay;
    private long unreadable;
    private long freeOffersOnly;
    private Price money = Price.FREE;
    private @Nullable LocalDate firstDeadline;

    void unreadable() {
        unreadable++;
        people.merge(Status.UNDECIDED, 1L, Long::sum);
    }

    void add(Entry entry) {
        people.merge(entry.status, 1L, Long::sum);
        if (entry.status != Status.ENTITLED) {
            return;
        }
        Price gain = entry.gain;
        money = money.plus(gain);
        freeOffersOnly += gain.equals(Price.FREE) ? 1 : 0;
        LocalDate day = entry.lastDayToAct;
        if (day != null) {
            months.merge(
                    YearMonth.from(day),
                    new Month(1, gain),
                    (one, other) -> new Month(one.people + other.people, one.money.plus(other.money)));
            firstDeadline = firstDeadline == null || day.isBefore(firstDeadline) ? day : firstDeadline;
        }
    }

    /** What was set aside or inferred in a row. */
    void note(Facts.Known known) {
        known.setAside().forEach(aside -> setAside.merge(new SetAside(aside.fact(), aside.rule()), 1L, Long::sum));
        nextDay += known.nextDay().size();
    }

    /** How often which optional fact was set aside, and why. */
    NavigableMap<SetAside, Long> setAside() {
        return Collections.unmodifiableNavigableMap(setAside);
    }

    /** How many dates are written as an instant of the eve. */
    long nextDay() {
        return nextDay;
    }

    long all() {
        return people.values().stream().mapToLong(Long::longValue).sum();
    }

    long count(Status status) {
        return people.getOrDefault(status, 0L);
    }

    /** Of the undecided, those of whom something could not be read. */
    long unreadableRows() {
        return unreadable;
    }

    /** Of the entitled, those who get free offers and no money. */
    long freeOffersOnly() {
        return freeOffersOnly;
    }

    /** What the entitled can get now and have not asked for. */
    Price money() {
        return money;
    }

    @Nullable
    LocalDate firstDeadline() {
        return firstDeadline;
    }

    /** By month of the last day to act, from the first to the last, empty months too. */
    NavigableMap<YearMonth, Month> months() {
        NavigableMap<YearMonth, Month> all = new TreeMap<>();
        if (!months.isEmpty()) {
            for (YearMonth at = months.firstKey(); !at.isAfter(months.lastKey()); at = at.plusMonths(1)) {
                all.put(at, months.getOrDefault(at, NOBODY));
            }
        }
        return all;
    }
}
