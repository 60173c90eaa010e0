package fr.passerelle.season.agenda;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

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
            Map.entry("confirmed", 1),
            Map.entry("confirme", 1),
            Map.entry("maintenu", 1),
            Map.entry("publie", 1),
            Map.entry("publish", 1),
            Map.entry("published", 1),
            Map.entry("scheduled", 1),
            Map.entry("eventscheduled", 1),
            Map.entry("reprogramme", 2),
            Map.entry("rescheduled", 2),
            Map.entry("eventrescheduled", 2),
            Map.entry("deplaceenligne", MOVED_ONLINE),
            Map.entry("movedonline", MOVED_ONLINE),
            Map.entry("eventmovedonline", MOVED_ONLINE),
            Map.entry("reporte", 4),
            Map.entry("reportee", 4),
            Map.entry("postponed", 4),
            Map.entry("eventpostponed", 4),
            Map.entry("complet", 5),
            Map.entry("complete", 5),
            Map.entry("full", 5),
            Map.entry("soldout", 5),
            Map.entry("annule", 6),
            Map.entry("annulee", 6),
            Map.entry("deprogramme", 6),
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
    private static final Map<String, Integer> ATTENDANCE_WORDS = Map.ofEntries(
            Map.entry("surplace", 1),
            Map.entry("offline", 1),
            Map.entry("offlineeventattendancemode", 1),
            Map.entry("enligne", ONLINE),
            Map.entry("online", ONLINE),
            Map.entry("onlineeventattendancemode", ONLINE),
            Map.entry("mixte", ATTENDANCES),
            Map.entry("mixed", ATTENDANCES),
            Map.entry("mixedeventattendancemode", ATTENDANCES));

    /** Every field that may tell it is read: one of them is enough. */
    private static final List<String> STATUS_FIELDS = List.of(
            "status",
            "eventStatus",
            "event_status",
            "eventstatus",
            "status_label",
            "status_fr",
            "status_label_fr",
            "statut",
            "etat",
            "état");

    /** Fields that only say yes or no. */
    private static final List<Map.Entry<FindingCode, List<String>>> FLAGS = List.of(
            Map.entry(
                    FindingCode.STATUS_CANCELLED,
                    List.of(
                            "cancelled",
                            "canceled",
                            "isCancelled",
                            "isCanceled",
                            "is_cancelled",
                            "is_canceled",
                            "annule",
                            "annulé",
                            "annulee")),
            Map.entry(
                    FindingCode.STATUS_FULL,
                    List.of(
                            "soldout",
                            "soldOut",
                            "sold_out",
                            "isSoldOut",
                            "is_sold_out",
                            "isFull",
                            "is_full",
                            "complet")),
            Map.entry(
                    FindingCode.STATUS_POSTPONED,
                    List.of("postponed", "isPostponed", "is_postponed", "reporte", "reporté")),
            Map.entry(FindingCode.STATE_NOT_PUBLISHED, List.of("draft", "isDraft", "is_draft", "brouillon")));

    private static final Map<String, Integer> YES_OR_NO = Map.ofEntries(
            Map.entry("true", 1),
            Map.entry("vrai", 1),
            Map.entry("oui", 1),
            Map.entry("yes", 1),
            Map.entry("false", 0),
            Map.entry("faux", 0),
            Map.entry("non", 0),
            Map.entry("no", 0));

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
        int status = status(fields);
        Optional<String> inTitle = CalledOff.inTitle(title);
        if (inTitle.isPresent()) {
            throw new NotPublishableException(FindingCode.STATUS_IN_TITLE, inTitle.get());
        }
        checkTexts(fields);
        int attendance = number(
                fields,
                List.of("attendancemode", "attendanceMode", "attendance_mode", "eventAttendanceMode"),
                ATTENDANCE_WORDS,
                1,
                FindingCode.STATUS_UNKNOWN);
        if (attendance < 1 || attendance > ATTENDANCES) {
            throw new NotPublishableException(FindingCode.STATUS_UNKNOWN, attendance);
        }
        return attendance == ONLINE || status == MOVED_ONLINE;
    }

    /**
     * The status, of an event or of one of its dates.
     *
     * @throws NotPublishableException if it does not take place, or says what is not known here
     */
    static int status(Fields fields) throws NotPublishableException {
        for (Map.Entry<FindingCode, List<String>> flag : FLAGS) {
            for (String name : flag.getValue()) {
                int yes = number(fields, List.of(name), YES_OR_NO, 0, FindingCode.STATUS_UNKNOWN);
                if (yes != 0) {
                    throw new NotPublishableException(flag.getKey());
                }
            }
        }
        int all = 1;
        for (String name : STATUS_FIELDS) {
            int status = number(fields, List.of(name), STATUS_WORDS, 1, FindingCode.STATUS_UNKNOWN);
            FindingCode reason = NOT_TAKING_PLACE.get(status);
            if (reason != null) {
                throw new NotPublishableException(reason);
            }
            if (status < 1 || status > MOVED_ONLINE) {
                throw new NotPublishableException(FindingCode.STATUS_UNKNOWN, status);
            }
            all = Math.max(all, status);
        }
        return all;
    }

    private static void checkTexts(Fields fields) throws NotPublishableException {
        for (String name : List.of("description", "lead_text", "free_text", "longdescription", "longDescription")) {
            Optional<String> said =
                    fields.translated(name).map(PlainText::paragraphs).flatMap(CalledOff::inText);
            if (said.isPresent()) {
                throw new NotPublishableException(FindingCode.STATUS_IN_TEXT, said.get());
            }
        }
        for (String name : List.of("keywords", "tags", "category")) {
            Optional<String> said = fields.translated(name).flatMap(CalledOff::inKeywords);
            if (said.isPresent()) {
                throw new NotPublishableException(FindingCode.STATUS_IN_TEXT, said.get());
            }
        }
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
