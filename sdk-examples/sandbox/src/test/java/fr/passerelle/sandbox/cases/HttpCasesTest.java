package fr.passerelle.sandbox.cases;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import fr.passerelle.contract.ReferenceCases;
import fr.passerelle.sandbox.Sandbox;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The sandbox responds as the real server of autumn 2026 does: one test for each case of autumn, and for each case of
 * February that still holds, by operation.
 */
@Execution(ExecutionMode.SAME_THREAD) // every case resets the one sandbox
class HttpCasesTest {

    private static Sandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @TestFactory
    Stream<DynamicContainer> everyCase() throws IOException {
        Set<String> retired = Set.copyOf(ReferenceCases.HTTP_RETIRED.lines());
        Stream<JsonNode> february = ReferenceCases.HTTP
                .read()
                .valueStream()
                .filter(row -> !retired.contains(row.path("id").asText()));
        Stream<JsonNode> autumn = ReferenceCases.HTTP_2026.read().valueStream();
        Map<String, List<JsonNode>> operations = Stream.concat(february, autumn)
                .collect(Collectors.groupingBy(
                        row -> row.path("operation").asText(), LinkedHashMap::new, Collectors.toList()));
        CaseClient client = new CaseClient(sandbox.baseUrl());
        return operations.entrySet().stream()
                .map(operation -> dynamicContainer(
                        operation.getKey(), operation.getValue().stream().map(row -> test(row, client))));
    }

    private static DynamicTest test(JsonNode row, CaseClient client) {
        return dynamicTest(row.path("id").asText(), () -> new HttpCase(row, client).run());
    }
}
