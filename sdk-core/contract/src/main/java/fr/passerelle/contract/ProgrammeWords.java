package fr.passerelle.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** The programme's lists of words (statuses, types, formats) and what is true of each category. */
public final class ProgrammeWords {

    static final String ORIGINAL = "enums.json";
    static final String FACTS = "words.json";

    /** Our names of the lists, and where they stand in the programme's file. */
    private static final Map<String, String> LISTS = new TreeMap<>(Map.ofEntries(
            Map.entry("activityDomains", "/venueActivityDomains"),
            Map.entry("bookingStatuses", "/bookingStatuses"),
            Map.entry("collectiveBookingStatuses", "/collectiveBookingStatuses"),
            Map.entry("collectiveFormats", "/collectiveFormats"),
            Map.entry("collectiveOfferStatuses", "/collectiveOfferStatuses"),
            Map.entry("locationTypes", "/locationTypeEnum"),
            Map.entry("musicTypes", "/musicTypes/titeliveAll"),
            Map.entry("musicTypesDeprecated", "/musicTypes/deprecated"),
            Map.entry("musicTypesOfEvents", "/musicTypes/titeliveEvent"),
            Map.entry("offerStatuses", "/offerStatuses"),
            Map.entry("showTypes", "/showTypes"),
            Map.entry("studentLevels", "/serverOnly/studentLevels")));

    private ProgrammeWords() {}

    /** What is true of one category; the fields are those of {@code categoryRelatedFields} without the category. */
    public record CategoryFacts(
            String id,
            boolean event,
            boolean creatable,
            boolean onlineOnly,
            boolean duo,
            boolean ticket,
            boolean expires,
            List<String> required,
            List<String> optional,
            List<String> readable) {}

    /** Every category, events first. */
    public static List<CategoryFacts> categories() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<CategoryFacts> categories = new ArrayList<>();
        for (JsonNode row : read().path("categories")) {
            categories.add(mapper.treeToValue(row, CategoryFacts.class));
        }
        return categories;
    }

    /**
     * One list of words.
     *
     * @throws IllegalArgumentException if there is no such list
     */
    public static List<String> list(String name) throws IOException {
        JsonNode words = read().path("words").path(name);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("no list of " + name);
        }
        return texts(words);
    }

    private static JsonNode read() throws IOException {
        try (InputStream in = ProgrammeWords.class.getResourceAsStream(FACTS)) {
            if (in == null) {
                throw new FileNotFoundException(FACTS);
            }
            return new ObjectMapper().readTree(in);
        }
    }

    /** The lines of our file, one category or one list each. */
    static List<String> write(JsonNode original) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<String> lines = new ArrayList<>();
        lines.add("{\"categories\": [");
        List<CategoryFacts> categories = new ArrayList<>();
        original.path("eventCategories").forEach(row -> categories.add(facts(row, true)));
        original.path("productCategories").forEach(row -> categories.add(facts(row, false)));
        for (Iterator<CategoryFacts> all = categories.iterator(); all.hasNext(); ) {
            lines.add(mapper.writeValueAsString(all.next()) + (all.hasNext() ? "," : ""));
        }
        lines.add("], \"words\": {");
        for (Iterator<Map.Entry<String, String>> all = LISTS.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<String, String> list = all.next();
            JsonNode words = original.at(list.getValue());
            ObjectNode named = JsonNodeFactory.instance.objectNode();
            List<String> texts = words.isObject() ? names(words) : texts(words);
            texts.forEach(named.putArray(list.getKey())::add);
            String text = named.toString();
            lines.add(text.substring(1, text.length() - 1) + (all.hasNext() ? "," : ""));
        }
        lines.add("}}");
        return lines;
    }

    private static CategoryFacts facts(JsonNode row, boolean event) {
        return new CategoryFacts(
                row.path("id").asText(),
                event,
                row.path("creatable").asBoolean(),
                row.path("platform").asText().equals("ONLINE"),
                row.path("canBeDuo").asBoolean(),
                row.path("withdrawable").asBoolean(),
                row.path("expires").asBoolean(),
                texts(row.path("create").path("required")),
                texts(row.path("create").path("optional")),
                texts(row.path("readFields")));
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static List<String> names(JsonNode object) {
        return object.propertyStream().map(Map.Entry::getKey).toList();
    }
}
