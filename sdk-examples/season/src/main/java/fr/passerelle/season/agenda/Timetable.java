package fr.passerelle.season.agenda;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads timetables: {@code 2018-02-06T20:00:00 2018-02-06T21:30:00;…} on the clock of the place, and the spellings of
 * other exports (offsets, {@code begin_end}, {@code begin-end}, or JSON: a list of {@code {"begin": …, "end": …}}).
 *
 * <p>Software writes "all day" as a slot from midnight to midnight, or to a minute before it. That is no hour at which
 * anything begins: it is left out and told, never sold as a performance at 00:00.
 */
final class Timetable {

    /** Marks a slot that is when its place opens that day. */
    static final String OPENING = "opening";

    private static final String MOMENT =
            "(\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?)" + "(Z|[+-]\\d{2}:?\\d{2})?";
    private static final Pattern DAYS = Pattern.compile("\\s*\\d{4}-\\d{2}-\\d{2}(?:[\\s_]+\\d{4}-\\d{2}-\\d{2})?\\s*");
    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);
    private static final Pattern SLOT = Pattern.compile("\\s*" + MOMENT + "(?:(?:[\\s_]+|-)" + MOMENT + ")?\\s*");

    private Timetable() {}

    /**
     * The slots, in the order of time, each once.
     *
     * @param zone the clock of the place
     * @param notes receives what was inferred or left out
     * @throws NotPublishableException if nothing could be read
     */
    static List<Slot> read(String raw, ZoneId zone, List<Finding> notes) throws NotPublishableException {
        Optional<JsonNode> json =
                raw.strip().startsWith("[") || raw.strip().startsWith("{") ? Coded.inside(raw) : Optional.empty();
        String text = json.isPresent() ? lines(json.get(), notes) : raw;
        Map<LocalDateTime, Slot> slots = new LinkedHashMap<>();
        String allDay = "";
        for (String part : text.split(";", -1)) {
            if (part.isBlank()) {
                continue;
            }
            if (isAllDay(part, zone)) {
                allDay = PlainText.shortened(PlainText.line(part), 60);
                notes.add(Finding.of(FindingCode.SLOT_NO_HOUR, allDay));
                continue;
            }
            Slot slot = slot(part, zone, notes);
            if (slot == null) {
                notes.add(Finding.of(FindingCode.SLOT_UNREADABLE, PlainText.shortened(PlainText.line(part), 60)));
            } else if (slots.putIfAbsent(slot.begin(), slot) != null) {
                notes.add(Finding.of(FindingCode.SLOT_REPEATED, slot.begin()));
            }
        }
        if (slots.isEmpty() && !allDay.isEmpty()) {
            throw new NotPublishableException(FindingCode.DATES_NO_HOUR, allDay);
        }
        if (slots.isEmpty()) {
            throw new NotPublishableException(
                    FindingCode.DATES_UNREADABLE, PlainText.shortened(PlainText.line(raw), 60));
        }
        return slots.values().stream()
                .sorted((one, other) -> one.begin().compareTo(other.begin()))
                .toList();
    }

    /** A list of slots, in whatever order their fields stand and whatever else they have. */
    private static String lines(JsonNode slots, List<Finding> notes) throws NotPublishableException {
        StringBuilder lines = new StringBuilder();
        NotPublishableException calledOff = null;
        for (JsonNode slot : slots.isArray() ? slots : List.of(slots)) {
            try {
                Standing.status(new Fields(slot));
            } catch (NotPublishableException off) {
                calledOff = off;
                String begin = slot.path("begin").asText(slot.path("start").asText("?"));
                notes.add(
                        Finding.of(FindingCode.SLOT_NOT_TAKING_PLACE, PlainText.shortened(PlainText.line(begin), 60)));
                continue;
            }
            if (slot.path(OPENING).asBoolean(false)) {
                notes.add(Finding.of(
                        FindingCode.SLOT_OPENING_HOURS, slot.path("begin").asText()));
            }
            if (slot.path(CalendarDates.ENDLESS).asBoolean(false)) {
                notes.add(
                        Finding.of(FindingCode.SLOT_ENDLESS, slot.path("begin").asText()));
            }
            lines.append(slot.path("begin").asText(slot.path("start").asText("?")))
                    .append(' ')
                    .append(slot.path("end").asText(""))
                    .append(';');
        }
        if (calledOff != null && lines.isEmpty()) {
            throw calledOff;
        }
        return lines.toString();
    }

    /** Whether it is a day, or days, rather than an hour: from midnight until midnight, or without an end. */
    private static boolean isAllDay(String text, ZoneId zone) {
        if (DAYS.matcher(text).matches()) {
            return true;
        }
        Matcher slot = SLOT.matcher(text);
        try {
            if (!slot.matches() || !isMidnight(moment(slot.group(1), slot.group(2), zone))) {
                return false;
            }
            if (slot.group(3) == null) {
                return true;
            }
            LocalTime end = moment(slot.group(3), slot.group(4), zone).toLocalTime();
            return end.equals(LocalTime.MIDNIGHT) || !end.isBefore(LAST_MINUTE);
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    private static boolean isMidnight(LocalDateTime moment) {
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    private static @Nullable Slot slot(String text, ZoneId zone, List<Finding> notes) {
        Matcher slot = SLOT.matcher(text);
        if (!slot.matches()) {
            return null;
        }
        try {
            LocalDateTime begin = moment(slot.group(1), slot.group(2), zone);
            return new Slot(
                    begin,
                    slot.group(3) == null ? null : end(begin, moment(slot.group(3), slot.group(4), zone), notes));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static LocalDateTime moment(String local, @Nullable String offset, ZoneId zone) {
        if (offset == null) {
            return LocalDateTime.parse(local);
        }
        String colon = offset.length() == 5 ? offset.substring(0, 3) + ":" + offset.substring(3) : offset;
        return OffsetDateTime.parse(local + colon).atZoneSameInstant(zone).toLocalDateTime();
    }

    /** Evenings that go past midnight are often printed with the day they began: 22:00 to 05:30 of the same day. */
    private static @Nullable LocalDateTime end(LocalDateTime begin, LocalDateTime printed, List<Finding> notes) {
        if (printed.isAfter(begin)) {
            return printed;
        }
        if (printed.toLocalDate().equals(begin.toLocalDate()) && printed.isBefore(begin)) {
            notes.add(Finding.of(FindingCode.SLOT_ENDS_NEXT_DAY, begin, printed.toLocalTime()));
            return printed.plusDays(1);
        }
        notes.add(Finding.of(FindingCode.SLOT_END_IGNORED, begin, printed));
        return null;
    }
}
