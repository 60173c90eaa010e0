package fr.passerelle.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.sandbox.http.Json;
import fr.passerelle.sandbox.schema.Form;
import fr.passerelle.sandbox.schema.Reading;
import fr.passerelle.sandbox.schema.Schema;
import fr.passerelle.sandbox.schema.Type;
import fr.passerelle.sandbox.schema.Types;
import fr.passerelle.sandbox.traffic.Effect;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The effects of faults in JSON. */
final class Effects {

    private static final int LONGEST_WAIT_MS = 600_000;

    private record Kind(Schema fields, Function<Form, Effect> maker) {}

    private static final Schema NOTHING = ControlTypes.schema();
    private static final Schema MILLISECONDS = ControlTypes.schema()
            .required("ms", Types.atMost(LONGEST_WAIT_MS, Types.atLeast(0, Types.strictInteger())));
    private static final Schema BYTES = ControlTypes.schema()
            .required("bytes", Types.atMost(Integer.MAX_VALUE, Types.atLeast(0, Types.strictInteger())));
    private static final Schema STATUS = ControlTypes.schema()
            .required("status", Types.atMost(599, Types.atLeast(200, Types.strictInteger())))
            .nullable("body", (value, path, reading) -> value)
            .nullable("headers", Effects::headers)
            .optional("after", Types.flag());

    /** The effects by name: the other fields of each, and how it is made. */
    private static final Map<String, Kind> KINDS = new TreeMap<>(Map.of(
            "refuse", new Kind(NOTHING, form -> new Effect.Refuse()),
            "dropBefore", new Kind(NOTHING, form -> new Effect.DropBefore()),
            "dropAfter", new Kind(NOTHING, form -> new Effect.DropAfter()),
            "delay", new Kind(MILLISECONDS, form -> new Effect.Delay(milliseconds(form))),
            "status", new Kind(STATUS, Effects::status),
            "truncate", new Kind(BYTES, form -> new Effect.Truncate(Math.toIntExact(form.requiredNumber("bytes")))),
            "garbage", new Kind(NOTHING, form -> new Effect.Garbage()),
            "drip", new Kind(MILLISECONDS, form -> new Effect.Drip(milliseconds(form)))));

    private Effects() {}

    /** An object with a {@code kind}, as an {@link Effect}. */
    static Type type() {
        return (value, path, reading) -> {
            Kind kind = KINDS.get(value.path("kind").asText());
            if (kind == null || !(value instanceof ObjectNode effect)) {
                reading.problem(path, "the kind of an effect is one of " + String.join(", ", KINDS.keySet()));
                return null;
            }
            Object form = kind.fields().read(effect.deepCopy().without(List.of("kind")), path, reading);
            return form instanceof Form fields && reading.isClean()
                    ? kind.maker().apply(fields)
                    : null;
        };
    }

    /** The JSON that {@link #type} reads. */
    static ObjectNode json(Effect effect) {
        ObjectNode json = Json.object().put("kind", effect.kind());
        if (effect instanceof Effect.Delay delay) {
            json.put("ms", delay.by().toMillis());
        } else if (effect instanceof Effect.Drip drip) {
            json.put("ms", drip.every().toMillis());
        } else if (effect instanceof Effect.Truncate truncate) {
            json.put("bytes", truncate.bytes());
        } else if (effect instanceof Effect.Status status) {
            json.put("status", status.status()).put("body", status.body()).put("after", status.after());
            status.headers().forEach(json.putObject("headers")::put);
        }
        return json;
    }

    private static Duration milliseconds(Form form) {
        return Duration.ofMillis(form.requiredNumber("ms"));
    }

    /** A body that is a text goes over the wire as it is, any other as JSON. */
    private static Effect status(Form form) {
        JsonNode body = (JsonNode) form.get("body");
        Map<String, String> headers = new LinkedHashMap<>();
        if (body != null && !body.isTextual()) {
            headers.put("Content-Type", "application/json");
        }
        if (form.get("headers") instanceof Map<?, ?> more) {
            more.forEach((name, value) -> headers.put(String.valueOf(name), String.valueOf(value)));
        }
        String text = body == null ? "" : body.isTextual() ? body.asText() : body.toString();
        int status = Math.toIntExact(form.requiredNumber("status"));
        return new Effect.Status(status, text, headers, form.flag("after", false));
    }

    private static @Nullable Object headers(JsonNode value, String path, Reading reading) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (!value.isObject()) {
            reading.problem(path, "headers are an object of texts");
            return null;
        }
        value.properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        return headers;
    }
}
