package fr.passerelle.invitationsserver.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import fr.passerelle.model.rule.RuleCode;
import fr.passerelle.model.rule.RuleViolationException;
import fr.passerelle.model.rule.Violation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** JSON of the wire, and of what the database keeps as it was sent. */
public final class Wire {

    private static final int DEEPEST = 20;
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    /** Strict: an unknown field is a typing error, and silence about it would be an answer that nobody gave. */
    private static final ObjectMapper REQUESTS = mapper(true);

    /** What is written here was read before; a newer server may have written more than this one knows. */
    private static final ObjectMapper STORED = mapper(false);

    /** Writes what says the same in the same way. */
    private static final ObjectMapper HASHED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private Wire() {}

    private static ObjectMapper mapper(boolean strict) {
        SimpleModule instants = new SimpleModule("instants");
        instants.addSerializer(Instant.class, new ToStringSerializer(Instant.class));
        instants.addDeserializer(Instant.class, new Instants());
        return JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(DEEPEST)
                                .build())
                        .build())
                .addModule(instants)
                .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, strict)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                // Two values of one field: which of them was meant, nobody knows.
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .build();
    }

    /**
     * Reads the body of a request.
     *
     * @throws ProblemException 400 if it is not one JSON document, 422 with every violation if it breaks rules
     */
    public static <T> T request(byte[] body, Class<T> type) {
        return request(body, type, null);
    }

    /**
     * Reads the body of a request whose id stands in its address too.
     *
     * @throws ProblemException 400 if it is not one JSON document, 422 with every violation if it breaks rules
     */
    public static <T> T request(byte[] body, Class<T> type, @Nullable UUID id) {
        return request(body, type, "id", id == null ? null : id.toString());
    }

    /**
     * Reads the body of a request of which one field stands in its address too. It may be missing in the body, but not
     * be another one there.
     */
    public static <T> T request(byte[] body, Class<T> type, String field, @Nullable String value) {
        requireUtf8(body);
        try {
            JsonNode tree = REQUESTS.readTree(body);
            if (!(tree instanceof ObjectNode object)) {
                throw ProblemException.malformed("the body is not a JSON object");
            }
            if (value != null) {
                JsonNode given = object.get(field);
                if (given == null || given.isNull()) {
                    object.put(field, value);
                } else if (!value.equals(given.asText())) {
                    throw ProblemException.invalid(List.of(new Violation(field, RuleCode.NOT_ALLOWED, null)));
                }
            }
            return REQUESTS.treeToValue(object, type);
        } catch (JsonMappingException unfit) {
            throw unfit(unfit);
        } catch (IOException notJson) {
            throw ProblemException.malformed("the body is not one JSON document");
        }
    }

    /** The parser would take UTF-16 and UTF-32 too: of JSON they have a byte 0, and UTF-8 never has. */
    private static void requireUtf8(byte[] body) {
        for (byte each : body) {
            if (each == 0) {
                throw ProblemException.malformed("the body is not JSON in UTF-8");
            }
        }
    }

    private static ProblemException unfit(JsonMappingException unfit) {
        String path = path(unfit);
        for (Throwable cause = unfit; cause != null; cause = cause.getCause()) {
            if (cause instanceof RuleViolationException rules) {
                return ProblemException.invalid(
                        path.isEmpty()
                                ? rules.violations()
                                : rules.violations().stream()
                                        .map(violation -> violation.under(path))
                                        .toList());
            }
        }
        return ProblemException.malformed(
                path.isEmpty() ? "the body does not have the form that it must have" : "what cannot be read: " + path);
    }

    /** Field names and numbers of items, never a value. A field that is not known may be anything: it is cut off. */
    private static String path(JsonMappingException unfit) {
        return unfit.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .map(step -> step.matches("[A-Za-z0-9_]{1,40}") ? step : "?")
                .collect(Collectors.joining("."));
    }

    /** As JSON. */
    public static byte[] bytes(Object value) {
        try {
            return STORED.writeValueAsBytes(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("could not be written as JSON", impossible);
        }
    }

    /** As JSON text, for the database. */
    public static String text(Object value) {
        return new String(bytes(value), StandardCharsets.UTF_8);
    }

    /** What {@link #text} wrote. */
    public static <T> T stored(String text, Class<T> type) {
        try {
            return STORED.readValue(text, type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the database holds what cannot be read", broken);
        }
    }

    /** What {@link #text} wrote, with more fields, as something else: a draft becomes what the server sends. */
    public static <T> T stored(String text, Class<T> type, ObjectNode more) {
        try {
            ObjectNode tree = (ObjectNode) STORED.readTree(text);
            tree.setAll(more);
            return STORED.treeToValue(tree, type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the database holds what cannot be read", broken);
        }
    }

    /** An empty object. */
    public static ObjectNode object() {
        return STORED.createObjectNode();
    }

    /** The digest of a request: equal if what it says is. */
    public static String hash(Object draft) {
        try {
            return sha256(HASHED.writeValueAsBytes(STORED.convertValue(draft, Object.class)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("could not be written as JSON", impossible);
        }
    }

    /** SHA-256 in hexadecimal digits. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * Reads a moment: ISO 8601 with an offset or Z, of the years 1 to 9999. What lies beyond, no database keeps.
     *
     * @throws DateTimeException if it is none
     */
    public static Instant moment(String text) {
        OffsetDateTime moment = OffsetDateTime.parse(text);
        if (moment.getYear() < FIRST_YEAR || moment.getYear() > LAST_YEAR) {
            throw new DateTimeException("not a year of 1 to 9999");
        }
        return moment.toInstant();
    }

    /** As {@link #moment}; nothing else. */
    private static final class Instants extends StdScalarDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        Instants() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
            try {
                return moment(in.getText());
            } catch (DateTimeException none) {
                return (Instant) context.handleWeirdStringValue(Instant.class, "", "not an ISO 8601 moment");
            }
        }
    }
}
