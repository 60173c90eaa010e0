package fr.passerelle.season.agenda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Objects of DATAtourisme, the French tourist offices' JSON-LD, as records of an agenda. A name may have its prefix
 * ({@code rdfs:label}) or not, a value may be a list or not, as the flux and the API write them.
 */
final class DataTourisme {

    private static final String PERIODS = "takesPlaceAt";

    /** What the ontology's classes are called by whoever looks for an event. */
    private static final Map<String, String> CLASSES = Map.ofEntries(
            Map.entry("Concert", "concert"),
            Map.entry("MusicEvent", "concert"),
            Map.entry("Recital", "récital"),
            Map.entry("Opera", "opéra"),
            Map.entry("TheaterEvent", "théâtre"),
            Map.entry("DanceEvent", "danse"),
            Map.entry("CircusEvent", "cirque"),
            Map.entry("ShowEvent", "spectacle"),
            Map.entry("Festival", "festival"),
            Map.entry("ExhibitionEvent", "exposition"),
            Map.entry("Exhibition", "exposition"),
            Map.entry("VisualArtsEvent", "exposition"),
            Map.entry("ScreeningEvent", "projection"),
            Map.entry("Conference", "conférence"),
            Map.entry("Reading", "lecture"),
            Map.entry("Workshop", "atelier"),
            Map.entry("PracticeSession", "atelier"),
            Map.entry("FairOrShow", "salon"),
            Map.entry("Game", "jeu"),
            Map.entry("Competition", "concours"));

    private DataTourisme() {}

    /** Whether a record is one of DATAtourisme's. */
    static boolean isOne(JsonNode record) {
        return record.isObject()
                && (record.has(PERIODS) || !Linked.all(record, "isLocatedAt").isEmpty())
                && (record.has("@id") || record.has("@type") || record.has("dc:identifier") || record.has("uri"));
    }

    /**
     * The same in the fields of an agenda.
     *
     * @throws NotPublishableException if it is a place, a restaurant, a tour, and no event
     */
    static ObjectNode record(JsonNode object) throws NotPublishableException {
        List<JsonNode> periods = Linked.all(object, PERIODS);
        List<String> classes =
                Linked.texts(object, "@type").isEmpty() ? Linked.texts(object, "type") : Linked.texts(object, "@type");
        boolean event =
                classes.stream().anyMatch(name -> name.endsWith("Event") || name.endsWith("EntertainmentAndEvent"));
        if (periods.isEmpty() && !event) {
            throw new NotPublishableException(FindingCode.RECORD_NO_EVENT);
        }
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        put(record, "uid", id(object));
        put(record, "title", Linked.text(object, "label"));
        descriptions(record, object);
        put(record, "keywords", words(object, classes));
        place(record, object);
        record.set("timings", DataTourismePeriods.slots(periods, Linked.all(object, "isLocatedAt")));
        put(record, "conditions", Optional.of(DataTourismePrices.text(Linked.all(object, "offers"))));
        put(
                record,
                "link",
                Linked.all(object, "hasContact").stream()
                        .flatMap(contact -> Linked.text(contact, "homepage").stream())
                        .findFirst());
        put(
                record,
                "registration",
                Linked.all(object, "hasBookingContact").stream()
                        .flatMap(contact -> Linked.text(contact, "homepage").stream())
                        .findFirst());
        put(record, "eventStatus", Linked.text(object, "eventStatus"));
        picture(record, object);
        if (Linked.text(object, "reducedMobilityAccess").filter("true"::equals).isPresent()) {
            record.put("accessibility", "mi");
        }
        return record;
    }

    /** The last part of its address is its own for good; the number of its producer is only unique to the producer. */
    private static Optional<String> id(JsonNode object) {
        return Stream.of("@id", "uri", "uuid")
                .flatMap(name -> Linked.text(object, name).stream())
                .map(address -> address.substring(address.lastIndexOf('/') + 1))
                .filter(last -> !last.isBlank())
                .findFirst()
                .or(() -> Linked.text(object, "identifier"));
    }

    private static void descriptions(ObjectNode record, JsonNode object) {
        List<JsonNode> texts = Linked.all(object, "hasDescription");
        put(record, "description", first(texts, "shortDescription").or(() -> Linked.text(object, "comment")));
        put(record, "longdescription", first(texts, "description"));
    }

    private static Optional<String> words(JsonNode object, List<String> classes) {
        List<String> words = new ArrayList<>();
        Linked.all(object, "hasTheme")
                .forEach(theme -> Linked.text(theme, "label").ifPresent(words::add));
        classes.stream()
                .map(name -> CLASSES.get(name.substring(name.indexOf(':') + 1)))
                .filter(Objects::nonNull)
                .distinct()
                .forEach(words::add);
        return Optional.of(String.join(", ", words));
    }

    private static void place(ObjectNode record, JsonNode object) {
        for (JsonNode place : Linked.all(object, "isLocatedAt")) {
            for (JsonNode address : Linked.all(place, "address")) {
                put(record, "postalcode", Linked.text(address, "postalCode"));
                put(record, "city", Linked.text(address, "addressLocality"));
                put(record, "address", Optional.of(String.join(", ", Linked.texts(address, "streetAddress"))));
            }
            put(record, "location_name", Linked.text(place, "label"));
            for (JsonNode point : Linked.all(place, "geo")) {
                put(record, "latitude", Linked.text(point, "latitude"));
                put(record, "longitude", Linked.text(point, "longitude"));
            }
        }
    }

    private static void picture(ObjectNode record, JsonNode object) {
        for (String name : List.of("hasMainRepresentation", "hasRepresentation")) {
            for (JsonNode shown : Linked.all(object, name)) {
                Optional<String> address = Linked.all(shown, "hasRelatedResource").stream()
                        .flatMap(resource -> Linked.texts(resource, "locator").stream())
                        .filter(locator -> !locator.matches("(?i).*\\.(?:pdf|mp4|mp3|docx?)(?:[?#].*)?"))
                        .findFirst();
                if (address.isPresent()) {
                    put(record, "image", address);
                    put(
                            record,
                            "imageCredits",
                            Optional.of(Linked.all(shown, "hasAnnotation").stream()
                                    .flatMap(annotation -> Linked.texts(annotation, "credits").stream())
                                    .distinct()
                                    .collect(Collectors.joining(", "))));
                    return;
                }
            }
        }
    }

    private static Optional<String> first(List<JsonNode> nodes, String name) {
        return nodes.stream().flatMap(node -> Linked.text(node, name).stream()).findFirst();
    }

    /** The first that says anything counts. */
    private static void put(ObjectNode record, String name, Optional<String> value) {
        value.filter(text -> !text.isBlank() && !record.has(name)).ifPresent(text -> record.put(name, text));
    }
}
