package fr.passerelle.drift;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.passerelle.contract.PartnerDocument;
import java.io.UncheckedIOException;
import java.util.List;

/** Small OpenAPI documents. They are written with single quotes, to be read more easily. */
final class Documents {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A route that the SDK calls. */
    static final String ROUTE = "/public/offers/v1/events";

    private Documents() {}

    /** A document with the given paths and schemas. */
    static String document(String paths, String schemas) {
        return "{'openapi': '3.1.0', 'paths': {%s}, 'components': {'schemas': {%s}}}"
                .formatted(paths, schemas)
                .replace('\'', '"');
    }

    /** One operation that takes the body of the given schema. */
    static String taking(String schema, String... schemas) {
        return document(
                "'%s': {'post': {'requestBody': {'required': true, 'content': {'application/json': {'schema': %s}}}}}"
                        .formatted(ROUTE, schema),
                String.join(",", schemas));
    }

    /** One operation that answers with the given schema. */
    static String answering(String schema, String... schemas) {
        return document(
                "'%s': {'get': {'responses': {'200': {'content': {'application/json': {'schema': %s}}}}}}"
                        .formatted(ROUTE, schema),
                String.join(",", schemas));
    }

    /** One operation with the given parameters. */
    static String parameters(String parameters) {
        return document("'%s': {'get': {'parameters': [%s]}}".formatted(ROUTE, parameters), "");
    }

    static JsonNode json(String document) {
        try {
            return JSON.readTree(document);
        } catch (JsonProcessingException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    static List<Change> changes(String before, String after) {
        return changes(json(before), json(after));
    }

    static List<Change> changes(JsonNode before, JsonNode after) {
        return Comparison.of(ContractReader.read(before), ContractReader.read(after), SdkContract.whole());
    }

    /** Each change as {@code VERDICT KIND place}. */
    static List<String> told(List<Change> changes) {
        return changes.stream()
                .map(change -> (change.verdict() + " " + change.kind() + " " + change.place()).strip())
                .toList();
    }

    static List<String> told(String before, String after) {
        return told(changes(before, after));
    }

    /** The partner API as the project's table of facts tells it; a copy, to be edited. */
    static JsonNode partnerApi() {
        return PartnerDocument.read().root();
    }
}
