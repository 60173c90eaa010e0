package fr.passerelle.sandbox.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import fr.passerelle.sandbox.http.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fills <code>${value|modifier}</code> in the strings of a case. A value is the path into a bound response (<code>
 * ${event.id}</code>), the clock <code>now</code> or <code>start</code> with or without a duration ( <code>${now+P2D}
 * </code>), or <code>index</code> inside {@code $repeat}. A string that is one template keeps the type of the value.
 */
final class Templates {

    private static final Pattern TEMPLATE = Pattern.compile("\\$\\{([^{}]*)}");
    private static final Pattern CLOCK = Pattern.compile("(now|start)([+-]P\\S+)?");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT);

    private final Map<String, JsonNode> bound = new HashMap<>();
    private final LocalDateTime start;
    private LocalDateTime now;
    private @Nullable Integer index;

    Templates(String now) {
        this.start = utc(now);
        this.now = start;
    }

    /** The clock of the sandbox has moved. */
    void now(String instant) {
        now = utc(instant);
    }

    /** What came back is called this from now on. */
    void bind(String name, JsonNode response) {
        bound.put(name, response);
    }

    /** A target, with every inserted value percent-encoded. */
    String target(String template) {
        return filled(template, Templates::encoded);
    }

    /** A text with its values. */
    String text(String template) {
        return filled(template, UnaryOperator.identity());
    }

    /** A document with its values, its {@code $repeat} and its {@code $text}. */
    JsonNode resolve(JsonNode node) {
        if (node.isTextual()) {
            Matcher whole = TEMPLATE.matcher(node.asText());
            return whole.matches() ? value(whole.group(1)) : TextNode.valueOf(text(node.asText()));
        }
        if (node.isArray()) {
            ArrayNode resolved = Json.array();
            node.forEach(item -> resolved.add(resolve(item)));
            return resolved;
        }
        if (!node.isObject()) {
            return node;
        }
        if (node.has("$repeat")) {
            return repeated(node.path("$repeat"));
        }
        if (node.has("$text")) {
            JsonNode spec = node.path("$text");
            return TextNode.valueOf(text(spec.path("before").asText(""))
                    + spec.path("of").asText().repeat(spec.path("times").asInt()));
        }
        ObjectNode resolved = Json.object();
        node.properties().forEach(field -> resolved.set(field.getKey(), resolve(field.getValue())));
        return resolved;
    }

    private ArrayNode repeated(JsonNode spec) {
        Integer outer = index;
        ArrayNode items = Json.array();
        int from = spec.path("from").asInt();
        for (int i = from; i < from + spec.path("count").asInt(); i++) {
            index = i;
            items.add(resolve(spec.path("value")));
        }
        index = outer;
        return items;
    }

    private String filled(String template, UnaryOperator<String> inserted) {
        return TEMPLATE.matcher(template)
                .replaceAll((MatchResult match) -> Matcher.quoteReplacement(
                        inserted.apply(value(match.group(1)).asText())));
    }

    private JsonNode value(String expression) {
        String[] parts = expression.split("\\|", -1);
        JsonNode value = start(parts[0].strip());
        for (int i = 1; i < parts.length; i++) {
            value = modified(value, parts[i].strip());
        }
        return value;
    }

    private JsonNode start(String head) {
        Matcher clock = CLOCK.matcher(head);
        if (clock.matches()) {
            LocalDateTime moment = clock.group(1).equals("now") ? now : start;
            return TextNode.valueOf(written(shifted(moment, head.substring(clock.end(1)))) + "Z");
        }
        if (head.equals("index")) {
            if (index == null) {
                throw new IllegalArgumentException("${index} outside $repeat");
            }
            return IntNode.valueOf(index);
        }
        JsonNode value = JsonNodeFactory.instance.objectNode().setAll(bound);
        for (String segment : head.split("\\.", -1)) {
            value = value.isArray() ? value.path(Integer.parseInt(segment)) : value.path(segment);
        }
        if (value.isMissingNode()) {
            throw new IllegalArgumentException("nothing is called ${" + head + "}");
        }
        return value;
    }

    /** Moved by a signed ISO 8601 duration; months and years follow the calendar. */
    private static LocalDateTime shifted(LocalDateTime moment, String by) {
        if (by.isEmpty()) {
            return moment;
        }
        int time = by.indexOf('T');
        String days = by.substring(1, time < 0 ? by.length() : time);
        Period period = days.equals("P") ? Period.ZERO : Period.parse(days);
        Duration duration = time < 0 ? Duration.ZERO : Duration.parse("P" + by.substring(time));
        return by.startsWith("+")
                ? moment.plus(period).plus(duration)
                : moment.minus(period).minus(duration);
    }

    private static JsonNode modified(JsonNode value, String modifier) {
        String text = value.asText();
        if (modifier.startsWith("offset")) {
            ZoneOffset offset = ZoneOffset.of(modifier.substring("offset".length()));
            return TextNode.valueOf(written(utc(text).plusSeconds(offset.getTotalSeconds())) + offset);
        }
        return switch (modifier) {
            case "naive" -> TextNode.valueOf(written(utc(text)));
            case "date" -> TextNode.valueOf(utc(text).toLocalDate().toString());
            case "lower" -> TextNode.valueOf(text.toLowerCase(Locale.ROOT));
            case "upper" -> TextNode.valueOf(text.toUpperCase(Locale.ROOT));
            case "string" -> TextNode.valueOf(text);
            case "plus1" -> LongNode.valueOf(value.asLong() + 1);
            default -> throw new IllegalArgumentException("unknown modifier " + modifier);
        };
    }

    /** An instant in UTC; one without offset is in UTC already. */
    private static LocalDateTime utc(String instant) {
        return instant.matches(".*T.*([zZ]|[+-]\\d\\d:\\d\\d)")
                ? OffsetDateTime.parse(instant)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toLocalDateTime()
                : LocalDateTime.parse(instant);
    }

    private static String written(LocalDateTime moment) {
        return (moment.equals(moment.truncatedTo(ChronoUnit.SECONDS)) ? SECONDS : MICROS).format(moment);
    }

    private static String encoded(String value) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = octet > 0 && (Character.isLetterOrDigit(octet) || "-._~".indexOf(octet) >= 0);
            encoded.append(plain ? String.valueOf((char) octet) : "%" + hex(octet));
        }
        return encoded.toString();
    }

    static String hex(byte octet) {
        return HexFormat.of().withUpperCase().toHexDigits(octet);
    }
}
