package fr.passerelle.sandbox.collective;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import fr.passerelle.sandbox.schema.Reading;
import fr.passerelle.sandbox.schema.Schema;
import fr.passerelle.sandbox.schema.Schema.Dialect;
import fr.passerelle.sandbox.schema.Type;
import fr.passerelle.sandbox.schema.Types;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The four forms of a location (reference, section 8.2). A wrong form is reported of the location as a whole. */
final class LocationType implements Type {

    static final String SCHOOL = "SCHOOL";
    static final String ADDRESS = "ADDRESS";
    static final String TO_BE_DEFINED = "TO_BE_DEFINED";

    private static final Map<String, Set<String>> FIELDS = Map.ofEntries(
            Map.entry(SCHOOL, Set.of("type")),
            Map.entry(ADDRESS, Set.of("type", "isVenueAddress", "addressId", "addressLabel")),
            Map.entry(TO_BE_DEFINED, Set.of("type", "comment")));

    private static final Set<String> VENUE_ADDRESS_FIELDS = Set.of("type", "isVenueAddress");

    /** What remains to be checked once the form is right: the kinds of the values. */
    private static final Type FORMS = Types.anyOf(List.of(
            form(SCHOOL),
            form(ADDRESS).required("isVenueAddress", exactly(true)),
            form(ADDRESS)
                    .required("isVenueAddress", exactly(false))
                    .required("addressId", Types.integer())
                    .nullable("addressLabel", Types.text()),
            form(TO_BE_DEFINED).nullable("comment", Types.text())));

    @Override
    public @Nullable Object read(JsonNode value, String path, Reading reading) {
        String problem = problem(value);
        if (problem != null) {
            reading.problem(path, problem);
            return null;
        }
        return FORMS.read(value, path, reading);
    }

    private static @Nullable String problem(JsonNode value) {
        if (!value.isObject()) {
            return "The location must be an object";
        }
        if (!value.hasNonNull("type")) {
            return "The field type is required";
        }
        String type = value.get("type").asText();
        Set<String> allowed = FIELDS.get(type);
        if (allowed == null) {
            return "The field type must be one of " + SCHOOL + ", " + ADDRESS + ", " + TO_BE_DEFINED;
        }
        if (type.equals(ADDRESS) && value.path("isVenueAddress").asBoolean()) {
            allowed = VENUE_ADDRESS_FIELDS;
        }
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            if (!allowed.contains(field.getKey())) {
                return "A location of type " + type + " has no field " + field.getKey();
            }
        }
        return type.equals(ADDRESS) ? addressProblem(value) : null;
    }

    private static @Nullable String addressProblem(JsonNode value) {
        if (!value.path("isVenueAddress").isBoolean()) {
            return "The field isVenueAddress is required";
        }
        return value.get("isVenueAddress").asBoolean() || value.has("addressId")
                ? null
                : "The field addressId is required";
    }

    private static Schema form(String type) {
        return Schema.strict(Dialect.V1).required("type", Types.word(List.of(type)));
    }

    private static Type exactly(boolean expected) {
        return (value, path, reading) -> {
            if (!value.equals(BooleanNode.valueOf(expected))) {
                reading.problem(path, "unexpected value; permitted: " + (expected ? "True" : "False"));
            }
            return expected;
        };
    }
}
