package fr.passerelle.season.agenda;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether an event takes place, as the agenda has it: its status, its moderation, and how one attends. */
final class Standing {

    private static final int MOVED_ONLINE = 3;
    private static final int ONLINE = 2;
    private static final int ATTENDANCES = 3;
    private static final int PUBLISHED = 2;

    /** OpenAgenda's numbers; 1 and 2 take place as they say. */
    private static final Map<Integer, FindingCode> NOT_TAKING_PLACE = Map.of(
            4, FindingCode.STATUS_POSTPONED,
            5, FindingCode.STATUS_FULL,
            6, FindingCode.STATUS_CANCELLED);

    private static final Map<String, Integer> STATUS_WORDS = Map.ofEntries(
            Map.entry("programme", 1),
            Map.entry("scheduled", 1),
            Map.entry("eventscheduled", 1),
            Map.entry("reprogramme", 2),
            Map.entry("rescheduled", 2),
            Map.entry("eventrescheduled", 2),
            Map.entry("deplaceenligne", MOVED_ONLINE),
            Map.entry("movedonline", MOVED_ONLINE),
            Map.entry("eventmovedonline", MOVED_ONLINE),
            Map.entry("reporte", 4),
            Map.entry("postponed", 4),
            Map.entry("eventpostponed", 4),
            Map.entry("complet", 5),
            Map.entry("full", 5),
            Map.entry("soldout", 5),
            Map.entry("annule", 6),
            Map.entry("annulee", 6),
            Map.entry("canceled", 6),
            Map.entry("cancelled", 6),
            Map.entry("eventcancelled", 6));
    private static final Map<String, Integer> STATE_WORDS = Map.of(
            "refuse",
            -1,
            "refused",
            -1,
            "amoderer",
            0,
            "tobecontrolled",
            0,
            "controle",
            1,
            "controlled",
            1,
            "publie",
            2,
            "published",
            2);
    private static final Map<String, Integer> ATTENDANCE_WORDS =
            Map.of("surplace", 1, "offline", 1, "enligne", ONLINE, "online", ONLINE, "mixte", 3, "mixed", 3);

    /** A title that begins or ends by saying it: {@code [ANNULÉ] Concert}, {@code Concert - COMPLET}. */
    private static final Pattern IN_TITLE = Pattern.compile(
            "(?iuU)^\\W*(annul[ée]e?s?|report[ée]e?s?|complet)\\s*[:!)\\]/|*–—-].*|.*[(\\[–—-]\\s*(annul[ée]e?s?|report[ée]e?s?|complet)\\W*$");

    private Standing() {}

    /**
     * Whether it is attended on line.
     *
     * @throws NotPublishableException if it does not take place, is not published by its own agenda, or says what is
     *     not known here
     */
    static boolean isOnline(Fields fields, String title) throws NotPublishableException {
        int state = number(fields, List.of("state"), STATE_WORDS, PUBLISHED, FindingCode.STATE_UNKNOWN);
        if (state != PUBLISHED) {
            throw new NotPublishableException(state < 0 ? FindingCode.STATE_REFUSED : FindingCode.STATE_NOT_PUBLISHED);
        }
        int status = number(fields, List.of("status", "eventStatus"), STATUS_WORDS, 1, FindingCode.STATUS_UNKNOWN);
        FindingCode reason = NOT_TAKING_PLACE.get(status);
        if (reason != null) {
            throw new NotPublishableException(reason);
        }
        if (status < 1 || status > MOVED_ONLINE) {
            throw new NotPublishableException(FindingCode.STATUS_UNKNOWN, status);
        }
        Matcher said = IN_TITLE.matcher(title);
        if (said.matches()) {
            throw new NotPublishableException(
                    FindingCode.STATUS_IN_TITLE, said.group(1) == null ? said.group(2) : said.group(1));
        }
        int attendance = number(
                fields,
                List.of("attendancemode", "attendanceMode", "attendance_mode"),
                ATTENDANCE_WORDS,
                1,
                FindingCode.STATUS_UNKNOWN);
        if (attendance < 1 || attendance > ATTENDANCES) {
            throw new NotPublishableException(FindingCode.STATUS_UNKNOWN, attendance);
        }
        return attendance == ONLINE || status == MOVED_ONLINE;
    }

    private static int number(
            Fields fields, List<String> names, Map<String, Integer> words, int absent, FindingCode unknown)
            throws NotPublishableException {
        Optional<JsonNode> value = fields.value(names.toArray(String[]::new));
        if (value.isEmpty()) {
            return absent;
        }
        OptionalInt number = Coded.read(value.get(), words);
        if (number.isEmpty()) {
            throw new NotPublishableException(
                    unknown, PlainText.shortened(PlainText.line(value.get().toString()), 60));
        }
        return number.getAsInt();
    }
}
