package fr.passerelle.sandbox.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.sandbox.http.Call;
import fr.passerelle.sandbox.http.Json;
import fr.passerelle.sandbox.http.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of a JSON object, as data. An immutable value: every method returns a larger schema. */
public final class Schema implements Type {

    /** The wording, which differs between the two versions of the validation library the server uses. */
    public enum Dialect {
        V1("field required", "extra fields not permitted", "value is not a valid dict"),
        V2("Field required", "Extra inputs are not permitted", "Input should be a valid dictionary");

        private final String missing;
        private final String unknown;
        private final String notAnObject;

        Dialect(String missing, String unknown, String notAnObject) {
            this.missing = missing;
            this.unknown = unknown;
            this.notAnObject = notAnObject;
        }
    }

    private static final String NULL_REFUSED = "none is not an allowed value";

    private record Field(String name, String otherName, Type type, boolean required, boolean nullable) {}

    private final Dialect dialect;
    private final List<Field> fields;
    private final boolean unknownRefused;
    private final @Nullable Function<JsonNode, @Nullable String> wholeRule;
    private final @Nullable Function<Form, @Nullable String> coherenceRule;

    private Schema(
            Dialect dialect,
            List<Field> fields,
            boolean unknownRefused,
            @Nullable Function<JsonNode, @Nullable String> wholeRule,
            @Nullable Function<Form, @Nullable String> coherenceRule) {
        this.dialect = dialect;
        this.fields = fields;
        this.unknownRefused = unknownRefused;
        this.wholeRule = wholeRule;
        this.coherenceRule = coherenceRule;
    }

    /** An empty schema that refuses unknown fields. */
    public static Schema strict(Dialect dialect) {
        return new Schema(dialect, List.of(), true, null, null);
    }

    /** An empty schema that ignores unknown fields. */
    public static Schema lenient(Dialect dialect) {
        return new Schema(dialect, List.of(), false, null, null);
    }

    /** Adds a field that must be sent and must not be null. */
    public Schema required(String name, Type type) {
        return with(new Field(name, snake(name), type, true, false));
    }

    /** Adds a required field with a second accepted name of its own. */
    public Schema required(String name, String otherName, Type type) {
        return with(new Field(name, otherName, type, true, false));
    }

    /** Adds a field that may be left out but must not be null. */
    public Schema optional(String name, Type type) {
        return with(new Field(name, snake(name), type, false, false));
    }

    /** Adds a field that may be left out or null. */
    public Schema nullable(String name, Type type) {
        return with(new Field(name, snake(name), type, false, true));
    }

    /** Adds a field that may be left out or null, with a second accepted name of its own. */
    public Schema nullable(String name, String otherName, Type type) {
        return with(new Field(name, otherName, type, false, true));
    }

    /** The same fields, known by their camelCase names only. */
    public Schema camelCaseOnly() {
        List<Field> renamed = fields.stream()
                .map(field -> new Field(field.name(), field.name(), field.type(), field.required(), field.nullable()))
                .toList();
        return new Schema(dialect, renamed, unknownRefused, wholeRule, coherenceRule);
    }

    /** Adds a rule over the whole object, applied first; its message goes to {@code __root__} and stands alone. */
    public Schema whole(Function<JsonNode, @Nullable String> rule) {
        return new Schema(dialect, fields, unknownRefused, rule, coherenceRule);
    }

    /** Adds a rule between fields, applied last and only when each of them is right; reported at {@code __root__}. */
    public Schema coherent(Function<Form, @Nullable String> rule) {
        return new Schema(dialect, fields, unknownRefused, wholeRule, rule);
    }

    private Schema with(Field field) {
        List<Field> more = new ArrayList<>(fields);
        more.add(field);
        return new Schema(dialect, List.copyOf(more), unknownRefused, wholeRule, coherenceRule);
    }

    @Override
    public @Nullable Object read(JsonNode value, String path, Reading reading) {
        if (!value.isObject()) {
            reading.problem(path.isEmpty() ? "__root__" : path, dialect.notAnObject);
            return null;
        }
        String refused = wholeRule == null ? null : wholeRule.apply(value);
        if (refused != null) {
            reading.problem(at(path, "__root__"), refused);
            return null;
        }
        Reading attempt = reading.attempt();
        Form form = readFields(value, path, attempt);
        String incoherent = coherenceRule != null && attempt.isClean() ? coherenceRule.apply(form) : null;
        if (incoherent != null) {
            attempt.problem(at(path, "__root__"), incoherent);
        }
        reading.addAll(attempt);
        return form;
    }

    private Form readFields(JsonNode value, String path, Reading reading) {
        Form form = new Form();
        Set<String> known = new HashSet<>();
        for (Field field : fields) {
            String spelling = value.has(field.name()) ? field.name() : field.otherName();
            known.add(spelling);
            readField(field, value.get(spelling), at(path, field.name()), reading, form);
        }
        if (unknownRefused) {
            value.fieldNames().forEachRemaining(name -> {
                if (!known.contains(name)) {
                    reading.problem(at(path, name), dialect.unknown);
                }
            });
        }
        return form;
    }

    private void readField(Field field, @Nullable JsonNode value, String path, Reading reading, Form form) {
        if (value == null) {
            if (field.required()) {
                reading.problem(path, dialect.missing);
            }
        } else if (!value.isNull()) {
            form.put(field.name(), field.type().read(value, path, reading));
        } else if (field.nullable()) {
            form.put(field.name(), null);
        } else if (dialect == Dialect.V1) {
            reading.problem(path, NULL_REFUSED);
        } else {
            field.type().read(NullNode.getInstance(), path, reading);
        }
    }

    /** Reads the JSON body of a partner call; responds 400 with every problem, and crashes as the server does. */
    public Form body(Call call, Instant now) {
        return storable(form(call.json(), now));
    }

    /** The form, unless it holds a NUL or a moment at the end of time, which the server cannot store. */
    public static Form storable(Form form) {
        if (form.crashes()) {
            throw Refusal.crash();
        }
        return form;
    }

    /** Reads the query string of a partner call; responds 400 with every problem. */
    public Form query(Call call, Instant now) {
        ObjectNode query = Json.object();
        call.query().forEach((name, values) -> query.put(name, values.get(0)));
        return form(query, now);
    }

    private Form form(JsonNode document, Instant now) {
        Reading reading = new Reading(now);
        Object form = read(document, "", reading);
        reading.refuseIfAny();
        return (Form) Objects.requireNonNull(form);
    }

    /** Reads the body of a control call, where no body is an empty one; responds 400 with the first problem. */
    public Form control(Call call, Instant now) {
        JsonNode document = call.bytes().length == 0 ? JsonNodeFactory.instance.objectNode() : Json.read(call.bytes());
        if (document == null) {
            throw Refusal.bare(400, "error", "The body is not a JSON document");
        }
        Reading reading = new Reading(now);
        Object form = read(document, "", reading);
        reading.refuseControlIfAny();
        return (Form) Objects.requireNonNull(form);
    }

    /** The path of a member. */
    static String at(String path, String member) {
        return path.isEmpty() ? member : path + "." + member;
    }

    /** The snake_case spelling, which the server accepts beside the camelCase one. */
    private static String snake(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
