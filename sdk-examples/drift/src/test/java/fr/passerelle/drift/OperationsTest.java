package fr.passerelle.drift;

import static fr.passerelle.drift.Documents.ROUTE;
import static fr.passerelle.drift.Documents.document;
import static fr.passerelle.drift.Documents.parameters;
import static fr.passerelle.drift.Documents.taking;
import static fr.passerelle.drift.Documents.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OperationsTest {

    private static final String NONE = document("", "");

    private static String operation(String path, String verb, String content) {
        return document("'%s': {'%s': {%s}}".formatted(path, verb, content), "");
    }

    @Test
    void aRemovedOperationBreaks() {
        assertThat(told(operation(ROUTE, "get", ""), NONE)).containsExactly("BREAKS OPERATION_REMOVED");
    }

    @Test
    void aNewOperationIsCoveredOnceTheSdkCallsIt() {
        assertThat(told(NONE, operation(ROUTE, "get", ""))).containsExactly("TOLERATED OPERATION_ADDED");
        assertThat(told(NONE, operation("/public/new", "get", ""))).containsExactly("NOT_COVERED OPERATION_UNCOVERED");
    }

    @Test
    void theSameIdElsewhereIsAMove() {
        String before = operation("/public/old", "post", "'operationId': 'Make'");
        assertThat(told(before, operation("/public/new", "post", "'operationId': 'Make'")))
                .containsExactly("BREAKS OPERATION_MOVED");
        assertThat(told(before, operation("/public/old", "put", "'operationId': 'Make'")))
                .containsExactly("BREAKS OPERATION_MOVED");
        assertThat(told(before, operation(ROUTE, "post", "'operationId': 'Make'")))
                .containsExactly("TOLERATED OPERATION_MOVED");
    }

    @Test
    void theNameOfAPlaceholderDoesNotMatter() {
        String parameter = "'parameters': [{'in': 'path', 'name': '%s', 'required': true, 'schema': {'type': '%s'}}]";
        String before = operation("/event/{id}", "get", parameter.formatted("id", "integer"));
        assertThat(told(before, operation("/event/{event_id}", "get", parameter.formatted("event_id", "integer"))))
                .isEmpty();
        assertThat(told(before, operation("/event/{event_id}", "get", parameter.formatted("event_id", "boolean"))))
                .containsExactly("BREAKS TYPE_CHANGED path #1");
    }

    @Test
    void tellsOfDeprecation() {
        assertThat(told(operation(ROUTE, "get", ""), operation(ROUTE, "get", "'deprecated': true")))
                .containsExactly("TOLERATED OPERATION_DEPRECATED");
    }

    @Test
    void tellsNewAndRemovedParametersApart() {
        String none = parameters("");
        String optional = parameters("{'in': 'query', 'name': 'page', 'schema': {'type': 'integer'}}");
        String required =
                parameters("{'in': 'query', 'name': 'page', 'required': true, 'schema': {'type': 'integer'}}");

        assertThat(told(none, optional)).containsExactly("TOLERATED OPTIONAL_ADDED query page");
        assertThat(told(none, required)).containsExactly("BREAKS REQUIRED_ADDED query page");
        assertThat(told(optional, required)).containsExactly("BREAKS NOW_REQUIRED query page");
        assertThat(told(required, optional)).containsExactly("TOLERATED NOW_OPTIONAL query page");
        assertThat(told(optional, none)).containsExactly("BREAKS OPTIONAL_REMOVED query page");
    }

    @Test
    void readsTheParametersOfThePathToo() {
        String shared = document(
                "'%s': {'parameters': [{'in': 'query', 'name': 'page', 'schema': {}}], 'get': {}}".formatted(ROUTE),
                "");
        assertThat(told(parameters("{'in': 'query', 'name': 'page', 'schema': {}}"), shared))
                .isEmpty();
    }

    @Test
    void anotherMediaTypeOfTheBodyBreaks() {
        String body = "'requestBody': {'content': {'%s': {'schema': {'type': 'object'}}}}";
        assertThat(told(
                        operation(ROUTE, "post", body.formatted("application/json")),
                        operation(ROUTE, "post", body.formatted("multipart/form-data"))))
                .containsExactly("BREAKS VALUE_REMOVED body Content-Type", "TOLERATED VALUE_ADDED body Content-Type");
    }

    @Test
    void aResponseThatGoesBreaks() {
        String response = "'responses': {'%s': {%s}}";
        assertThat(told(
                        operation(ROUTE, "get", response.formatted("200", "'content': {'application/json': {}}")),
                        operation(ROUTE, "get", response.formatted("204", ""))))
                .containsExactly(
                        "BREAKS REQUIRED_REMOVED response",
                        "TOLERATED VALUE_ADDED response status",
                        "TOLERATED VALUE_REMOVED response status");
    }

    @Test
    void takesAMediaTypeWithParametersForTheSameOne() throws IOException {
        assertThat(told(resource("drift-old.json"), resource("drift-new-charset.json")))
                .isEmpty();
        assertThat(told(resource("drift-new-charset.json"), resource("drift-old.json")))
                .isEmpty();
        assertThat(told(
                        taking("{'type': 'object'}"),
                        taking("{'type': 'object'}").replace("application/json", "Application/JSON;charset=UTF-8")))
                .isEmpty();
    }

    private static String resource(String name) throws IOException {
        try (InputStream bytes = Objects.requireNonNull(
                OperationsTest.class.getResourceAsStream("/fr/passerelle/drift/cases/" + name))) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
