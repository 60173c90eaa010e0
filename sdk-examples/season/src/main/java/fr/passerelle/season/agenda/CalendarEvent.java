package fr.passerelle.season.agenda;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Attachment;
import biweekly.property.Categories;
import biweekly.property.RawProperty;
import biweekly.property.TextProperty;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An event of a calendar, with the changes of its occurrences, in the fields of an agenda. */
final class CalendarEvent {

    /** What calendar plugins of web sites call the price. */
    private static final List<String> COSTS = List.of("X-COST", "X-PRICE", "X-EVENT-COST", "X-TICKET-PRICE");

    /** "size;address;width;height;…", and a comma before the next size: WordPress' largest is "full". */
    private static final Pattern FULL_SIZE = Pattern.compile("(?:^|,)(?:full|large);(https?://[^;,\\s]+)");

    private final List<VEvent> series;
    private final VEvent event;
    private final ICalendar calendar;
    private final Instant now;

    /**
     * An event.
     *
     * @param series the event itself first, then its changed occurrences
     */
    CalendarEvent(List<VEvent> series, ICalendar calendar, Instant now) {
        this.series = series;
        this.event = series.get(0);
        this.calendar = calendar;
        this.now = now;
    }

    /** The fields. */
    ObjectNode record() {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        put(record, "uid", text(event.getUid()));
        put(record, "title", text(event.getSummary()));
        put(record, "description", text(event.getDescription()));
        put(record, "location_address", text(event.getLocation()));
        put(
                record,
                "keywords",
                event.getCategories().stream()
                        .map(Categories::getValues)
                        .flatMap(List::stream)
                        .collect(Collectors.joining(", ")));
        put(record, "link", text(event.getUrl()));
        put(record, "status", text(event.getStatus()).toLowerCase(Locale.ROOT));
        if (event.getGeo() != null
                && event.getGeo().getLatitude() != null
                && event.getGeo().getLongitude() != null) {
            record.put("latitude", event.getGeo().getLatitude());
            record.put("longitude", event.getGeo().getLongitude());
        }
        // PRIVATE and CONFIDENTIAL are no states of a published event.
        String classification = text(event.getClassification());
        put(record, "state", classification.equalsIgnoreCase("PUBLIC") ? "" : classification);
        put(record, "conditions", cost());
        put(
                record,
                "price_type",
                extra("X-COST-TYPE").filter("free"::equalsIgnoreCase).orElse(""));
        put(record, "registration", extra("X-TICKETS-URL").orElse(""));
        put(record, "image", image());
        CalendarDates dates = new CalendarDates(series, calendar, now);
        record.set("timings", dates.slots());
        put(record, "timezone", dates.zone());
        return record;
    }

    private String cost() {
        return COSTS.stream().flatMap(name -> extra(name).stream()).findFirst().orElse("");
    }

    private String image() {
        for (Attachment attachment : event.getAttachments()) {
            String type = attachment.getFormatType() == null ? "" : attachment.getFormatType();
            String uri = attachment.getUri() == null ? "" : attachment.getUri();
            if (type.startsWith("image/") || uri.matches("(?i)https?://\\S+\\.(?:jpe?g|png|webp)(?:\\?\\S*)?")) {
                return uri;
            }
        }
        return event.getImages().stream()
                .map(biweekly.property.Image::getUri)
                .filter(uri -> uri != null && !uri.isBlank())
                .findFirst()
                .or(() -> extra("X-WP-IMAGES-URL").flatMap(CalendarEvent::fullSize))
                .orElse("");
    }

    private static Optional<String> fullSize(String sizes) {
        Matcher full = FULL_SIZE.matcher(sizes);
        return full.find() ? Optional.of(full.group(1)) : Optional.empty();
    }

    private Optional<String> extra(String name) {
        RawProperty property = event.getExperimentalProperty(name);
        return property == null || property.getValue() == null
                ? Optional.empty()
                : Optional.of(unescaped(property.getValue())).filter(text -> !text.isBlank());
    }

    /** The reader leaves properties that it does not know as they are written: "12\, 5 €". */
    private static String unescaped(String raw) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\\' && i + 1 < raw.length()) {
                char next = raw.charAt(++i);
                text.append(next == 'n' || next == 'N' ? '\n' : next);
            } else {
                text.append(c);
            }
        }
        return text.toString().strip();
    }

    private static String text(@Nullable TextProperty property) {
        return property == null || property.getValue() == null ? "" : property.getValue();
    }

    private static void put(ObjectNode record, String name, String value) {
        if (!value.isBlank()) {
            record.put(name, value);
        }
    }
}
