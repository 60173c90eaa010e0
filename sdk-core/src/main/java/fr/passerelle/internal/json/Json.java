package fr.passerelle.internal.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The one place where mappers are made. What they read may hold more than we know, or less where the type of the value
 * says so; what is there has the type that it should have, and nothing is converted. A whole number is written as one:
 * {@code 12.0} and {@code 1e2} are none, as the server writes none of its numbers so. A key that occurs twice is not
 * looked for: no such document can come from the server, and the search takes a fifth of the time of reading.
 */
public final class Json {

    /** Far more than any response needs, and a bound that no default of the process can lift. */
    private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
            .maxNestingDepth(100)
            .maxNumberLength(1_000)
            .build();

    /** A key of a map that may stand in a message: an id, and nobody's address. */
    private static final Pattern HARMLESS_KEY = Pattern.compile("[0-9]{1,19}");

    /** One for all clients of the process: what it has learnt of a type serves all, and takes memory once. */
    private static final class Shared {
        private static final ObjectMapper MAPPER = build();
    }

    private Json() {}

    /** The mapper for the programme's messages; configured once, never changed after. */
    public static ObjectMapper mapper() {
        return Shared.MAPPER;
    }

    private static ObjectMapper build() {
        return JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(BOUNDS)
                        // No location in one of Jackson's exceptions shows a piece of a response.
                        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                        .build())
                .addModule(new JavaTimeModule())
                .addModule(new Instants())
                .addModule(new ExactValues())
                .annotationIntrospector(new RequiredIsNotNull())
                // The document calls some lists nullable: none is as good as an empty one. Builders take them as
                // Iterable.
                .withConfigOverride(
                        Iterable.class, lists -> lists.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
                .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
                // A field or a case added by the server must not break anybody.
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .withCoercionConfig(LogicalType.Integer, Json::nothingBecomesIt)
                .withCoercionConfig(LogicalType.Boolean, Json::nothingBecomesIt)
                .withCoercionConfig(LogicalType.Textual, Json::nothingBecomesIt)
                .withCoercionConfig(
                        LogicalType.Float,
                        numbers -> nothingBecomesIt(numbers)
                                .setCoercion(CoercionInputShape.Integer, CoercionAction.TryConvert))
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
    }

    private static MutableCoercionConfig nothingBecomesIt(MutableCoercionConfig type) {
        for (CoercionInputShape shape : CoercionInputShape.values()) {
            type.setCoercion(shape, CoercionAction.Fail);
        }
        return type;
    }

    /** Where in a document Jackson failed, as a JSON pointer. A key that may be anything is shown as {@code *}. */
    static String pointer(JsonProcessingException e) {
        if (!(e instanceof JsonMappingException mapping)) {
            return "";
        }
        JsonPointer pointer = JsonPointer.empty();
        for (JsonMappingException.Reference step : mapping.getPath()) {
            String field = step.getFieldName();
            pointer = field == null
                    ? pointer.appendIndex(Math.max(0, step.getIndex()))
                    : pointer.appendProperty(shown(step, field));
        }
        return pointer.toString();
    }

    /** The fields of our types are ours to name, the keys of a map are the response's. */
    private static String shown(JsonMappingException.Reference step, String field) {
        boolean ofAMap = step.getFrom() instanceof Map || step.getFrom() == Map.class;
        return ofAMap && !HARMLESS_KEY.matcher(field).matches() ? "*" : field;
    }
}
