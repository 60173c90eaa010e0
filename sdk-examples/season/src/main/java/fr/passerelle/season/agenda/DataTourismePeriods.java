package fr.passerelle.season.agenda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When an object of DATAtourisme takes place. Periods are days, sometimes with an hour. A day with an hour is a slot; a
 * day without one is when its place opens, if the object says so for that day, and else no slot that can be sold. Days
 * in a row with one hour may be one long event or one each evening: that is only known if the period says on which days
 * of the week.
 */
final class DataTourismePeriods {

    /** A period that lasts longer is no list of performances. */
    private static final int MOST_DAYS = 400;

    private DataTourismePeriods() {}

    /** The slots, in the form of OpenAgenda; what is not understood stands in them as it is, to be told. */
    static ArrayNode slots(List<JsonNode> periods, List<JsonNode> places) {
        ArrayNode slots = JsonNodeFactory.instance.arrayNode();
        List<Opening> openings = places.stream()
                .flatMap(place -> Linked.all(place, "openingHoursSpecification").stream())
                .flatMap(hours -> Opening.of(hours).stream())
                .toList();
        for (JsonNode period : periods) {
            add(slots, period, openings);
        }
        return slots;
    }

    /** When a place opens and closes, on which days, from when to when. */
    private record Opening(
            LocalDate from,
            LocalDate to,
            Set<DayOfWeek> days,
            LocalTime opens,
            @Nullable LocalTime closes) {

        static Optional<Opening> of(JsonNode hours) {
            Optional<LocalDate> from = date(hours, "validFrom");
            Optional<LocalDate> to = date(hours, "validThrough");
            Optional<LocalTime> opens = time(hours, "opens");
            if (from.isEmpty() || to.isEmpty() || opens.isEmpty()) {
                return Optional.empty();
            }
            Optional<Set<DayOfWeek>> days = DataTourismePeriods.days(hours, "dayOfWeek");
            return days.map(known -> new Opening(
                    from.get(),
                    to.get(),
                    known,
                    opens.get(),
                    time(hours, "closes").orElse(null)));
        }

        boolean isOn(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to) && (days.isEmpty() || days.contains(day.getDayOfWeek()));
        }
    }

    private static void add(ArrayNode slots, JsonNode period, List<Opening> openings) {
        Optional<LocalDate> start = date(period, "startDate");
        Optional<LocalDate> end = date(period, "endDate").or(() -> start);
        Optional<Set<DayOfWeek>> days = days(period, "appliesOnDay");
        if (start.isEmpty()
                || days.isEmpty()
                || end.get().isBefore(start.get())
                || hasUnreadableTime(period, "startTime")) {
            unreadable(slots, period);
            return;
        }
        Optional<LocalTime> hour = time(period, "startTime").filter(time -> !isWholeDay(time, period));
        boolean oneDay = start.get().equals(end.get());
        if (!oneDay && days.get().isEmpty() && hour.isPresent()) {
            unreadable(slots, period);
            return;
        }
        if (ChronoUnit.DAYS.between(start.get(), end.get()) > MOST_DAYS) {
            unreadable(slots, period);
            return;
        }
        List<LocalDate> dates = start.get()
                .datesUntil(end.get().plusDays(1))
                .filter(day -> days.get().isEmpty() || days.get().contains(day.getDayOfWeek()))
                .toList();
        for (LocalDate day : dates) {
            if (hour.isPresent()) {
                slot(slots, day, hour.get(), time(period, "endTime").orElse(null));
            } else if (!opened(slots, day, openings)) {
                slots.addObject().put("begin", day.toString());
            }
        }
    }

    private static boolean opened(ArrayNode slots, LocalDate day, List<Opening> openings) {
        List<Opening> that =
                openings.stream().filter(opening -> opening.isOn(day)).toList();
        that.forEach(
                opening -> slot(slots, day, opening.opens(), opening.closes()).put(Timetable.OPENING, true));
        return !that.isEmpty();
    }

    private static ObjectNode slot(ArrayNode slots, LocalDate day, LocalTime begin, @Nullable LocalTime end) {
        ObjectNode slot = slots.addObject().put("begin", day.atTime(begin).toString());
        if (end != null) {
            slot.put("end", day.atTime(end).toString());
        }
        return slot;
    }

    /** From midnight to midnight is how software writes that no hour is known. */
    private static boolean isWholeDay(LocalTime begin, JsonNode period) {
        Optional<LocalTime> end = time(period, "endTime");
        return begin.equals(LocalTime.MIDNIGHT)
                && (end.isEmpty()
                        || end.get().equals(LocalTime.MIDNIGHT)
                        || !end.get().isBefore(LocalTime.of(23, 59)));
    }

    private static void unreadable(ArrayNode slots, JsonNode period) {
        List<String> parts = new ArrayList<>();
        for (String name : List.of("startDate", "endDate", "startTime", "endTime", "appliesOnDay")) {
            parts.addAll(Linked.texts(period, name));
        }
        slots.addObject().put("begin", "« " + String.join(" … ", parts).replace(';', ',') + " »");
    }

    private static boolean hasUnreadableTime(JsonNode period, String name) {
        return !Linked.texts(period, name).isEmpty() && time(period, name).isEmpty();
    }

    private static Optional<LocalDate> date(JsonNode node, String name) {
        // Some write the day as its first or last second on the clock of the place.
        return Linked.text(node, name).flatMap(text -> {
            try {
                String day = text.matches("\\d{4}-\\d{2}-\\d{2}T(?:00:00|23:59)(?::[0-9]{2})?")
                        ? text.substring(0, 10)
                        : text;
                return Optional.of(LocalDate.parse(day));
            } catch (DateTimeParseException noDay) {
                return Optional.empty();
            }
        });
    }

    private static Optional<LocalTime> time(JsonNode node, String name) {
        return Linked.text(node, name).flatMap(text -> {
            try {
                return Optional.of(LocalTime.parse(text));
            } catch (DateTimeParseException noTime) {
                return Optional.empty();
            }
        });
    }

    /** The days of the week, none if the node names none; empty if one is not understood. */
    private static Optional<Set<DayOfWeek>> days(JsonNode node, String name) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (JsonNode value : Linked.all(node, name)) {
            String day = value.isObject() ? value.path("@id").asText("") : value.asText("");
            String bare = day.substring(
                    Math.max(day.lastIndexOf('/'), Math.max(day.lastIndexOf(':'), day.lastIndexOf('#'))) + 1);
            try {
                days.add(DayOfWeek.valueOf(bare.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException noDay) {
                return Optional.empty();
            }
        }
        return Optional.of(days);
    }
}
