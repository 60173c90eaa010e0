package fr.passerelle.season.agenda;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import biweekly.util.Recurrence;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * When an event of a calendar takes place: its rule without its exceptions, each changed occurrence as it was changed
 * to. Without an end only the dates of the next year are taken, and that is told.
 */
final class CalendarDates {

    private static final Duration HORIZON = Duration.ofDays(366);
    private static final int MOST = 2_000;

    /** How a slot says that its event goes on for ever. */
    static final String ENDLESS = "endless";

    private final List<VEvent> series;
    private final VEvent event;
    private final ICalendar calendar;
    private final Instant now;

    CalendarDates(List<VEvent> series, ICalendar calendar, Instant now) {
        this.series = series;
        this.event = series.get(0);
        this.calendar = calendar;
        this.now = now;
    }

    /** The name of the clock, if it has one that is known here. */
    String zone() {
        TimezoneAssignment assigned =
                event.getDateStart() == null ? null : calendar.getTimezoneInfo().getTimezone(event.getDateStart());
        String id = assigned == null ? "" : assigned.getTimeZone().getID();
        return ZoneId.getAvailableZoneIds().contains(id) ? id : "";
    }

    /** The slots, in the form of OpenAgenda. */
    ArrayNode slots() {
        ArrayNode slots = JsonNodeFactory.instance.arrayNode();
        // By the occurrence that is meant, so that a change replaces it.
        NavigableMap<Instant, ObjectNode> byOccurrence = new TreeMap<>();
        if (event.getRecurrenceId() == null) {
            occurrences(byOccurrence);
        }
        for (VEvent changed : series) {
            if (changed.getRecurrenceId() != null && changed.getRecurrenceId().getValue() != null) {
                ObjectNode slot = slot(changed, start(changed), changed);
                Instant occurrence = changed.getRecurrenceId().getValue().toInstant();
                if (slot != null) {
                    byOccurrence.put(occurrence, slot);
                }
                if (changed.getRecurrenceId().getRange() != null) {
                    // By how much the later ones are moved, and until which change, is more than is read here.
                    byOccurrence.tailMap(occurrence, false).clear();
                    slots.add(untold(
                            "after " + changed.getRecurrenceId().getValue().toInstant()));
                }
            }
        }
        byOccurrence.values().forEach(slots::add);
        return slots;
    }

    private void occurrences(NavigableMap<Instant, ObjectNode> slots) {
        ICalDate start = start(event);
        if (start == null) {
            return;
        }
        TimeZone clock = clock(event.getDateStart());
        boolean endless = isEndless();
        Set<LocalDate> days = exceptedDays(clock);
        Set<LocalDateTime> hours = exceptedHours();
        if (event.getRecurrenceRule() == null) {
            // The reader's iterator leaves it out where only single dates are added to it.
            add(slots, start, clock, days, hours);
        }
        DateIterator dates = event.getDateIterator(clock);
        if (endless) {
            dates.advanceTo(Date.from(now));
        }
        boolean told = false;
        for (int i = 0; dates.hasNext(); i++) {
            Date date = dates.next();
            if (i == MOST) {
                slots.put(date.toInstant(), untold("after " + date.toInstant() + ", more than " + MOST));
                return;
            }
            if (endless && date.toInstant().isAfter(now.plus(HORIZON))) {
                return;
            }
            ObjectNode slot = add(slots, date, clock, days, hours);
            if (slot != null && endless && !told) {
                slot.put(ENDLESS, true);
                told = true;
            }
        }
    }

    private @Nullable ObjectNode add(
            NavigableMap<Instant, ObjectNode> slots,
            Date date,
            TimeZone clock,
            Set<LocalDate> exceptedDays,
            Set<LocalDateTime> exceptedHours) {
        LocalDateTime local = local(date, clock);
        if (exceptedDays.contains(local.toLocalDate()) || exceptedHours.contains(local)) {
            return null;
        }
        ObjectNode slot = slot(event, date, null);
        if (slot != null) {
            slots.put(date.toInstant(), slot);
        }
        return slot;
    }

    /** Stands for dates that are not taken: no slot can be read from it, and that is told. */
    private static ObjectNode untold(String dates) {
        return JsonNodeFactory.instance.objectNode().put("begin", "« " + dates + " »");
    }

    private boolean isEndless() {
        Recurrence rule = event.getRecurrenceRule() == null
                ? null
                : event.getRecurrenceRule().getValue();
        return rule != null && rule.getUntil() == null && rule.getCount() == null;
    }

    /** An exception that is written as a day, although the event has an hour, is meant all the same. */
    private Set<LocalDate> exceptedDays(TimeZone clock) {
        return event.getExceptionDates().stream()
                .flatMap(exceptions -> exceptions.getValues().stream())
                .filter(value -> !value.hasTime())
                .map(value -> value.getRawComponents() == null
                        ? local(value, clock).toLocalDate()
                        : written(value.getRawComponents()).toLocalDate())
                .collect(Collectors.toSet());
    }

    /** An exception without a clock is on the clock of its event, whatever that of this machine is. */
    private Set<LocalDateTime> exceptedHours() {
        return event.getExceptionDates().stream()
                .filter(exceptions -> calendar.getTimezoneInfo().getTimezone(exceptions) == null)
                .flatMap(exceptions -> exceptions.getValues().stream())
                .filter(ICalDate::hasTime)
                .map(ICalDate::getRawComponents)
                .filter(written -> written != null && !written.isUtc())
                .map(CalendarDates::written)
                .collect(Collectors.toSet());
    }

    private static LocalDateTime written(DateTimeComponents date) {
        return LocalDateTime.of(
                date.getYear(), date.getMonth(), date.getDate(), date.getHour(), date.getMinute(), date.getSecond());
    }

    /**
     * A slot on the clock of the calendar.
     *
     * @param changed the occurrence itself, if it was changed
     */
    private @Nullable ObjectNode slot(VEvent source, @Nullable Date date, @Nullable VEvent changed) {
        ICalDate start = start(source);
        if (date == null || start == null) {
            return null;
        }
        ObjectNode slot = JsonNodeFactory.instance.objectNode();
        slot.put("begin", text(source.getDateStart(), date, start.hasTime()));
        Duration length = length(source);
        if (length != null && start.hasTime()) {
            slot.put(
                    "end",
                    text(source.getDateStart(), Date.from(date.toInstant().plus(length)), true));
        }
        if (changed != null
                && changed.getStatus() != null
                && changed.getStatus().getValue() != null) {
            slot.put("status", changed.getStatus().getValue().toLowerCase(Locale.ROOT));
        }
        return slot;
    }

    private static @Nullable Duration length(VEvent source) {
        ICalDate start = start(source);
        if (start != null && source.getDateEnd() != null && source.getDateEnd().getValue() != null) {
            return Duration.between(
                    start.toInstant(), source.getDateEnd().getValue().toInstant());
        }
        if (source.getDuration() != null && source.getDuration().getValue() != null) {
            return Duration.ofMillis(source.getDuration().getValue().toMillis());
        }
        return null;
    }

    private String text(DateOrDateTimeProperty property, Date date, boolean hour) {
        TimeZone clock = clock(property);
        LocalDateTime local = local(date, clock);
        if (!hour) {
            return local.toLocalDate().toString();
        }
        String unknown = property.getParameters().getTimezoneId();
        if (calendar.getTimezoneInfo().getTimezone(property) == null && unknown != null) {
            return local + "[" + unknown + "]";
        }
        return calendar.getTimezoneInfo().isFloating(property)
                ? local.truncatedTo(ChronoUnit.SECONDS).toString()
                : OffsetDateTime.of(local, offset(date, clock)).toString();
    }

    /** The clock of a property; that of the process, by which the reader has made instants of them, if it has none. */
    private TimeZone clock(DateOrDateTimeProperty property) {
        TimezoneAssignment assigned = calendar.getTimezoneInfo().getTimezone(property);
        if (assigned != null) {
            return assigned.getTimeZone();
        }
        boolean day = property.getValue() != null && !property.getValue().hasTime();
        return day
                        || calendar.getTimezoneInfo().isFloating(property)
                        || property.getParameters().getTimezoneId() != null
                ? TimeZone.getDefault()
                : TimeZone.getTimeZone("UTC");
    }

    /** By the offset alone: a clock that the calendar defines itself is none of the JDK's. */
    private static LocalDateTime local(Date date, TimeZone clock) {
        return LocalDateTime.ofInstant(date.toInstant(), offset(date, clock));
    }

    private static ZoneOffset offset(Date date, TimeZone clock) {
        return ZoneOffset.ofTotalSeconds(clock.getOffset(date.toInstant().toEpochMilli()) / 1000);
    }

    private static @Nullable ICalDate start(VEvent event) {
        return event.getDateStart() == null ? null : event.getDateStart().getValue();
    }
}
