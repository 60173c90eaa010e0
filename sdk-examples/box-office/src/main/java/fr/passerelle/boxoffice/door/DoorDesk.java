package fr.passerelle.boxoffice.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.door.Door;
import fr.passerelle.door.Guest;
import fr.passerelle.door.Scan;
import fr.passerelle.model.rule.PasserelleException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What the page asks, and what it is told: JSON in the language of whoever looks. Keeps the last scans for a reload.
 */
final class DoorDesk {

    private static final int LAST = 8;
    private static final int MOST_HEADS = 9;
    private static final int LONGEST_CODE = 400;
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM HH:mm");

    /** A scan that was shown: no code. */
    private record Shown(Instant at, Scan scan) {}

    private final Door door;
    private final Clock clock;
    private final ZoneId zone;
    private final ObjectMapper json = new ObjectMapper();
    private final Deque<Shown> last = new ArrayDeque<>();

    DoorDesk(Door door, Clock clock, ZoneId zone) {
        this.door = door;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Does what a page asks.
     *
     * @param action scan, staff, undo, search or state
     * @throws IllegalArgumentException if the question makes no sense; the message says why
     */
    ObjectNode ask(String action, JsonNode question, Locale locale) {
        return switch (action) {
            case "scan" -> scanned(door.scan(code(question), nonce(question), heads(question)), locale);
            case "staff" -> scanned(door.admitByStaff(code(question), nonce(question), heads(question)), locale);
            case "undo" -> undone(nonce(question), locale);
            case "search" -> found(question.path("name").asText(""));
            case "state" -> state(locale);
            default -> throw new IllegalArgumentException("no such action");
        };
    }

    private static String code(JsonNode question) {
        String code = question.path("code").asText("");
        if (code.isBlank() || code.length() > LONGEST_CODE) {
            throw new IllegalArgumentException("code: 1 to " + LONGEST_CODE + " characters");
        }
        return code;
    }

    private static UUID nonce(JsonNode question) {
        try {
            return UUID.fromString(question.path("nonce").asText(""));
        } catch (IllegalArgumentException none) {
            throw new IllegalArgumentException("nonce: a UUID", none);
        }
    }

    private static int heads(JsonNode question) {
        int heads = question.path("heads").asInt(1);
        if (heads < 1 || heads > MOST_HEADS) {
            throw new IllegalArgumentException("heads: 1 to " + MOST_HEADS);
        }
        return heads;
    }

    private ObjectNode scanned(Scan scan, Locale locale) {
        synchronized (last) {
            if (last.stream().noneMatch(shown -> shown.scan().nonce().equals(scan.nonce()))) {
                last.addFirst(new Shown(clock.instant(), scan));
                if (last.size() > LAST) {
                    last.removeLast();
                }
            }
        }
        ObjectNode told = json.createObjectNode();
        told.put("result", scan.result().name());
        told.put("light", scan.result().light().name());
        told.put("title", scan.result().title(locale));
        told.put("sentence", scan.sentence(locale));
        told.put("nonce", scan.nonce().toString());
        told.put("in", scan.headsIn());
        told.put("places", scan.places());
        scan.when().ifPresent(when -> told.put("when", DAY.format(when.atZone(zone))));
        scan.door().ifPresent(name -> told.put("door", name));
        told.set("state", state(locale));
        return told;
    }

    private ObjectNode undone(UUID nonce, Locale locale) {
        ObjectNode told = json.createObjectNode();
        try {
            told.put("undo", door.undo(nonce).name());
        } catch (PasserelleException notWritten) {
            told.put("undo", "JOURNAL_UNAVAILABLE");
        }
        told.set("state", state(locale));
        return told;
    }

    private ObjectNode found(String name) {
        ObjectNode told = json.createObjectNode();
        ArrayNode guests = told.putArray("guests");
        door.search(name).stream().limit(20).forEach(guest -> guests.add(told(guest)));
        return told;
    }

    private ObjectNode told(Guest guest) {
        return json.createObjectNode()
                .put("name", guest.name())
                .put("places", guest.places())
                .put("good", guest.refusal().isEmpty());
    }

    private ObjectNode state(Locale locale) {
        ObjectNode state = json.createObjectNode();
        try {
            state.put("in", door.headsIn());
            state.put("expected", door.expected());
            state.put("pending", door.pending());
        } catch (PasserelleException notRead) {
            state.put("journal", false);
        }
        state.put("offline", door.offline());
        state.put("unchecked", door.unchecked());
        Optional<Long> age = door.listAge().map(Duration::toSeconds);
        age.ifPresent(seconds -> state.put("age", seconds));
        door.listReadAt().ifPresent(readAt -> state.put("listOf", DAY.format(readAt.atZone(zone))));
        ArrayNode scans = state.putArray("last");
        synchronized (last) {
            for (Shown shown : last) {
                scans.addObject()
                        .put("at", HOUR.format(shown.at().atZone(zone)))
                        .put("light", shown.scan().result().light().name())
                        .put("title", shown.scan().result().title(locale));
            }
        }
        return state;
    }
}
