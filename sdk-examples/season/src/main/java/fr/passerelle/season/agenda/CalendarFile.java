package fr.passerelle.season.agenda;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/**
 * A calendar (iCalendar, RFC 5545), one record for each UID: what repeats is one event with many dates, and its changed
 * occurrences belong to it.
 */
final class CalendarFile implements AgendaRecords {

    private final Queue<JsonNode> records;

    private CalendarFile(Queue<JsonNode> records) {
        this.records = records;
    }

    /**
     * Reads a calendar.
     *
     * @param now from which events without an end are counted
     */
    static CalendarFile open(InputStream export, Instant now) throws IOException {
        Queue<JsonNode> records = new ArrayDeque<>();
        for (ICalendar calendar : Biweekly.parse(export).all()) {
            for (List<VEvent> series : series(calendar)) {
                records.add(new CalendarEvent(series, calendar, now).record());
            }
        }
        return new CalendarFile(records);
    }

    /** The events with one UID, the one that repeats first; what has none stands alone. */
    private static List<List<VEvent>> series(ICalendar calendar) {
        List<List<VEvent>> series = new ArrayList<>();
        Map<String, List<VEvent>> byUid = new LinkedHashMap<>();
        for (VEvent event : calendar.getEvents()) {
            String uid =
                    event.getUid() == null ? "" : String.valueOf(event.getUid().getValue());
            List<VEvent> same = uid.isBlank() ? null : byUid.get(uid);
            if (same == null || !isOneSeries(same, event)) {
                same = new ArrayList<>();
                series.add(same);
                byUid.putIfAbsent(uid, same);
            }
            same.add(event.getRecurrenceId() == null ? 0 : same.size(), event);
        }
        return series;
    }

    /** Two masters with one UID are a mistake of the export, which is told by their number that comes twice. */
    private static boolean isOneSeries(List<VEvent> same, VEvent next) {
        return next.getRecurrenceId() != null || same.get(0).getRecurrenceId() != null;
    }

    @Override
    public Optional<JsonNode> next() {
        return Optional.ofNullable(records.poll());
    }

    @Override
    public void close() {
        // All of it is read.
    }
}
