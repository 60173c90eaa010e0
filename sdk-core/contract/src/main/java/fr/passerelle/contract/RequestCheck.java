package fr.passerelle.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fr.passerelle.contract.PartnerDocument.Operation;
import fr.passerelle.contract.PartnerDocument.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether a request is one that the documents describe: method, path, parameters, body. */
final class RequestCheck {

    /**
     * What a request came to.
     *
     * @param operation the id, or the path if nothing is known about it
     */
    record Verdict(String operation, List<String> problems) {}

    private static final Pattern FORM_FIELD = Pattern.compile("Content-Disposition: form-data; name=\"([^\"]*)\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z_]+)}");

    private final ObjectMapper mapper = new ObjectMapper();
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<Key, Schema> compiled = new ConcurrentHashMap<>();
    private final List<Described> described;

    private RequestCheck(List<PartnerDocument> documents) {
        described = documents.stream()
                .flatMap(document -> document.operations().values().stream().map(it -> Described.of(document, it)))
                .sorted(Comparator.comparingInt(it -> it.names().size()))
                .toList();
    }

    /** Against the tables of facts; then, where they lie beside the repository, against the programme's own files. */
    static List<RequestCheck> ofTheProgramme() {
        RequestCheck facts = new RequestCheck(Stream.of(Source.values())
                .map(source -> PartnerDocument.facts(source).asOfToday(source))
                .toList());
        List<PartnerDocument> originals = Stream.of(Source.values())
                .flatMap(source -> PartnerDocument.original(source).map(it -> it.asOfToday(source)).stream())
                .toList();
        return originals.size() < Source.values().length ? List.of(facts) : List.of(facts, new RequestCheck(originals));
    }

    Verdict check(Sent sent) {
        String path = sent.url().encodedPath();
        // Two operations of the app differ by the name of their parameter only: one that suits is enough.
        return described.stream()
                .filter(it -> it.isFor(sent.method(), path))
                .limit(2)
                .map(it -> new Verdict(it.id(), problems(it, sent)))
                .min(Comparator.comparingInt(verdict -> verdict.problems().size()))
                .orElseGet(() -> new Verdict(path, List.of("no operation of the documents")));
    }

    private List<String> problems(Described operation, Sent sent) {
        List<String> problems = new ArrayList<>();
        Map<String, String> path = operation.pathValues(sent.url().encodedPath());
        Map<String, @Nullable String> query = new HashMap<>();
        for (String name : sent.url().queryParameterNames()) {
            query.put(name, sent.url().queryParameter(name));
            if (sent.url().queryParameterValues(name).size() > 1) {
                problems.add("query " + name + " is there twice");
            }
        }
        for (JsonNode parameter : operation.node().path("parameters")) {
            String in = parameter.path("in").asText();
            String name = parameter.path("name").asText();
            String value = "path".equals(in) ? path.get(name) : "query".equals(in) ? query.remove(name) : null;
            if (value != null) {
                problem(operation, parameter.path("schema"), value).ifPresent(it -> problems.add(name + " " + it));
            } else if (parameter.path("required").asBoolean()) {
                problems.add(in + " " + name + " is missing");
            }
        }
        query.keySet().forEach(name -> problems.add("query " + name + " is not documented"));
        problems.addAll(bodyProblems(operation, sent));
        return problems;
    }

    /** A parameter is text; what the document calls a number or a boolean must read as one. */
    private Optional<String> problem(Described operation, JsonNode schema, String value) {
        Schema valid = compile(operation, schema);
        List<Error> asText = valid.validate(TextNode.valueOf(value));
        if (asText.isEmpty()) {
            return Optional.empty();
        }
        try {
            JsonNode scalar = mapper.readTree(value);
            return scalar.isValueNode() && valid.validate(scalar).isEmpty()
                    ? Optional.empty()
                    : Optional.of(asText.toString());
        } catch (IOException e) {
            return Optional.of(asText.toString());
        }
    }

    private List<String> bodyProblems(Described operation, Sent sent) {
        JsonNode content = operation.node().at("/requestBody/content");
        if (content.isMissingNode()) {
            return sent.body().size() == 0 ? List.of() : List.of("has a body, and none is documented");
        }
        String type = content.fieldNames().next();
        String sentType = String.valueOf(sent.contentType());
        if (!sentType.startsWith(type)) {
            return List.of("is " + sentType + ", not " + type);
        }
        JsonNode schema = content.path(type).path("schema");
        return type.endsWith("json") ? jsonProblems(operation, schema, sent) : formProblems(operation, schema, sent);
    }

    private List<String> jsonProblems(Described operation, JsonNode schema, Sent sent) {
        try {
            return compile(operation, schema)
                    .validate(mapper.readTree(sent.body().utf8()))
                    .stream()
                    .map(Error::toString)
                    .toList();
        } catch (IOException e) {
            return List.of("is no JSON");
        }
    }

    /** The document requires no field of the only form there is. */
    private static List<String> formProblems(Described operation, JsonNode schema, Sent sent) {
        JsonNode fields = operation.document().resolve(schema).path("properties");
        return FORM_FIELD
                .matcher(sent.body().string(StandardCharsets.ISO_8859_1))
                .results()
                .map(match -> match.group(1))
                .filter(name -> !fields.has(name))
                .map(name -> "form field " + name + " is not documented")
                .toList();
    }

    private Schema compile(Described operation, JsonNode schema) {
        // The key is the schema without its components, which are half a megabyte.
        return compiled.computeIfAbsent(
                new Key(operation.document(), schema),
                key -> schemas.getSchema(key.document().standalone(schema)));
    }

    private record Key(PartnerDocument document, JsonNode schema) {}

    /** An operation, and how to know its path. */
    private record Described(
            PartnerDocument document, String id, String method, Pattern path, List<String> names, JsonNode node) {

        static Described of(PartnerDocument document, Operation operation) {
            List<String> names = PLACEHOLDER
                    .matcher(operation.path())
                    .results()
                    .map(it -> it.group(1))
                    .toList();
            String pattern = PLACEHOLDER.matcher(operation.path()).replaceAll(Matcher.quoteReplacement("([^/]+)"));
            return new Described(
                    document,
                    operation.node().path("operationId").asText(),
                    operation.method().toUpperCase(Locale.ROOT),
                    Pattern.compile(pattern),
                    names,
                    operation.node());
        }

        boolean isFor(String verb, String sentPath) {
            return method.equals(verb) && path.matcher(sentPath).matches();
        }

        Map<String, String> pathValues(String sentPath) {
            Map<String, String> values = new HashMap<>();
            MatchResult match = path.matcher(sentPath).results().findFirst().orElseThrow();
            for (int i = 0; i < names.size(); i++) {
                values.put(names.get(i), match.group(i + 1));
            }
            return values;
        }
    }
}
