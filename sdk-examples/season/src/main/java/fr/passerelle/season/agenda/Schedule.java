package fr.passerelle.season.agenda;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;

/**
 * Places printed wall-clock times on the time line. An agenda whose dates are all past is moved by whole weeks, so that
 * weekdays and hours stay what they were; of one that has started, only the future is kept.
 *
 * @param now the moment of the import
 * @param shiftsPast whether a wholly past agenda is moved; if not it is refused
 */
public record Schedule(Instant now, boolean shiftsPast) {

    /** The clock of whoever reads the agenda; events have the clock of their place. */
    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** How far ahead of now a moved agenda begins at least. */
    static final Duration LEAD = Duration.ofDays(7);

    /**
     * The performances that can be sold.
     *
     * @param slots at least one, in the order of time
     * @param zone the clock of the place
     */
    List<Performance> performances(List<Slot> slots, ZoneId zone, List<Finding> notes) throws NotPublishableException {
        List<Slot> future = slots.stream()
                .filter(slot -> slot.begin().atZone(zone).toInstant().isAfter(now))
                .toList();
        if (!future.isEmpty()) {
            if (future.size() < slots.size()) {
                notes.add(Finding.of(FindingCode.PAST_LEFT_OUT, slots.size() - future.size()));
            }
            return at(future, 0, zone, notes);
        }
        LocalDateTime first = slots.get(0).begin();
        if (!shiftsPast) {
            throw new NotPublishableException(
                    FindingCode.DATES_ALL_PAST,
                    slots.get(slots.size() - 1).begin().toLocalDate());
        }
        long weeks = weeksUntil(first, zone);
        notes.add(Finding.of(
                FindingCode.SHIFTED,
                weeks,
                first.toLocalDate(),
                first.plusWeeks(weeks).toLocalDate()));
        return at(slots, weeks, zone, notes);
    }

    private long weeksUntil(LocalDateTime first, ZoneId zone) {
        LocalDateTime earliest = now.plus(LEAD).atZone(zone).toLocalDateTime();
        long weeks = ChronoUnit.WEEKS.between(first, earliest);
        return first.plusWeeks(weeks).isBefore(earliest) ? weeks + 1 : weeks;
    }

    private static List<Performance> at(List<Slot> slots, long weeks, ZoneId zone, List<Finding> notes) {
        return slots.stream().map(slot -> performance(slot, weeks, zone, notes)).toList();
    }

    private static Performance performance(Slot slot, long weeks, ZoneId zone, List<Finding> notes) {
        LocalDateTime local = slot.begin().plusWeeks(weeks);
        ZonedDateTime begin = local.atZone(zone);
        ZoneOffsetTransition transition = zone.getRules().getTransition(local);
        if (transition != null) {
            notes.add(Finding.of(
                    transition.isGap() ? FindingCode.SLOT_IN_GAP : FindingCode.SLOT_IN_OVERLAP,
                    local,
                    begin.toLocalTime(),
                    begin.getOffset()));
        }
        LocalDateTime end = slot.end();
        if (end == null) {
            return new Performance(slot.begin(), begin.toInstant(), null);
        }
        Duration duration = Duration.between(begin, end.plusWeeks(weeks).atZone(zone));
        // Beginning and end may fall together where the clocks go forward: nothing is known then.
        return new Performance(
                slot.begin(), begin.toInstant(), duration.isZero() || duration.isNegative() ? null : duration);
    }
}
