package fr.passerelle.passculture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.contract.PartnerDocument;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Makes documents after a schema, changed as a server may change them without notice. Seeded. */
final class Specimens {

    /** What a reader must survive. */
    enum Mutation {
        OPTIONAL_FIELD_DROPPED,
        UNKNOWN_FIELD,
        UNKNOWN_WORD,
        UNKNOWN_UNION_MEMBER,
        NUMBER_BEYOND_INT,
        NULL
    }

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int PERCENT = 12;
    private static final String[] MOMENTS = {
        "2026-12-24T20:00:00Z", "2026-12-24T20:00:00.123456Z", "2026-12-24T21:00:00+01:00", "2026-12-24T20:00:00.5"
    };
    private static final String[] WORDS = {"Théâtre", "", "a b", "日本", "\"quoted\"", "9782070541270"};

    /** Instants of collective offers, which the document calls strings. */
    private static final Pattern MOMENT = Pattern.compile("\\.(date[A-Z]\\w*|\\w+Datetime)$");

    /** What is no number of the database but a count of people or minutes: the model keeps it in an int. */
    private static final Set<String> SMALL = Set.of(
            "GetBookingResponse.quantity",
            "EventOfferResponse.eventDuration",
            "GetPublicCollectiveOfferResponseModel.durationMinutes",
            "GetPublicCollectiveOfferResponseModel.numberOfTeachers",
            "GetPublicCollectiveOfferResponseModel.numberOfTickets");

    /** Numbers that are sums of money. */
    private static final Pattern AMOUNT = Pattern.compile("(?i)\\.(\\w*price|amount)$");

    private final PartnerDocument document;
    private final SplittableRandom random;
    private final Map<Mutation, Integer> counts = new EnumMap<>(Mutation.class);
    private int mutations;
    private boolean whole;

    Specimens(PartnerDocument document, long seed) {
        this.document = document;
        this.random = new SplittableRandom(seed);
    }

    /** A document without a change, in which nothing is left out and every list has something. */
    JsonNode whole(JsonNode schema) {
        whole = true;
        try {
            return value(schema, false);
        } finally {
            whole = false;
        }
    }

    /** How often each change was made so far. */
    Map<Mutation, Integer> counts() {
        return counts;
    }

    /** A document with at least one change. */
    JsonNode mutated(JsonNode schema) {
        int before = mutations;
        JsonNode made = value(schema, false);
        while (mutations == before) {
            made = value(schema, false);
        }
        return made;
    }

    private JsonNode value(JsonNode reference, boolean nullWhenUnset) {
        return value(reference, nullWhenUnset, "");
    }

    private JsonNode value(JsonNode reference, boolean nullWhenUnset, String place) {
        JsonNode schema = document.resolve(reference);
        List<JsonNode> choices = members(schema, "anyOf");
        choices.addAll(members(schema, "oneOf"));
        boolean nullable = nullWhenUnset
                || schema.path("nullable").asBoolean()
                || choices.removeIf(choice -> "null".equals(choice.path("type").asText()));
        if (nullable && mutates(Mutation.NULL)) {
            return JSON.nullNode();
        }
        if (!choices.isEmpty()) {
            JsonNode made = value(choices.get(random.nextInt(choices.size())), false);
            String discriminator =
                    schema.path("discriminator").path("propertyName").asText();
            if (!discriminator.isEmpty()
                    && made instanceof ObjectNode member
                    && mutates(Mutation.UNKNOWN_UNION_MEMBER)) {
                member.put(discriminator, "HOLOGRAM");
            }
            return made;
        }
        List<JsonNode> all = members(schema, "allOf");
        if (!all.isEmpty()) {
            return value(all.get(0), false);
        }
        List<JsonNode> words = members(schema, "enum");
        if (!words.isEmpty()) {
            boolean open = words.size() > 1 && words.get(0).isTextual();
            return open && mutates(Mutation.UNKNOWN_WORD)
                    ? JSON.textNode("HOLOGRAM")
                    : words.get(random.nextInt(words.size()));
        }
        return switch (schema.path("type").asText()) {
            case "object" -> object(schema, reference.path("$ref").asText().endsWith("_read"));
            case "array" -> array(schema.path("items"));
            case "integer" ->
                !SMALL.contains(place) && mutates(Mutation.NUMBER_BEYOND_INT)
                        ? JSON.numberNode(random.nextLong(1L << 31, 1L << 53))
                        : JSON.numberNode(random.nextInt(1, 1000));
            // Coordinates may be below zero, amounts are not.
            case "number" ->
                JSON.numberNode(random.nextInt(AMOUNT.matcher(place).find() ? 0 : -9000, 9000) / 100.0);
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            default ->
                JSON.textNode(
                        MOMENT.matcher(place).find()
                                ? moment()
                                : text(schema.path("format").asText()));
        };
    }

    /**
     * The fields that only some categories have are null when unset, whatever the document says (reference 10, row 44).
     */
    private ObjectNode object(JsonNode schema, boolean ofACategory) {
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        String title = schema.path("title").asText();
        ObjectNode made = JSON.objectNode();
        schema.path("properties").properties().forEach(property -> {
            if (required.contains(property.getKey()) || !mutates(Mutation.OPTIONAL_FIELD_DROPPED)) {
                boolean discriminator = property.getValue().path("enum").size() == 1;
                made.set(
                        property.getKey(),
                        value(property.getValue(), ofACategory && !discriminator, title + "." + property.getKey()));
            }
        });
        JsonNode valuesOfAMap = schema.path("additionalProperties");
        if (valuesOfAMap.isObject()) {
            made.set("musicType", value(valuesOfAMap, false));
        } else if (mutates(Mutation.UNKNOWN_FIELD)) {
            made.putObject("brandNew").put("a", 1);
        }
        return made;
    }

    private ArrayNode array(JsonNode items) {
        ArrayNode made = JSON.arrayNode();
        for (int size = whole ? 1 : random.nextInt(4); size > 0; size--) {
            made.add(value(items, false));
        }
        return made;
    }

    private String text(String format) {
        return switch (format) {
            case "date-time" -> moment();
            case "date" -> "2008-02-29";
            case "uri" -> "https://example.org/é";
            default -> WORDS[random.nextInt(WORDS.length)];
        };
    }

    private String moment() {
        return MOMENTS[random.nextInt(MOMENTS.length)];
    }

    private static List<JsonNode> members(JsonNode schema, String name) {
        return new ArrayList<>(
                StreamSupport.stream(schema.path(name).spliterator(), false).toList());
    }

    private boolean mutates(Mutation mutation) {
        boolean yes = !whole && random.nextInt(100) < PERCENT;
        if (yes) {
            mutations++;
            counts.merge(mutation, 1, Integer::sum);
        }
        return yes;
    }
}
