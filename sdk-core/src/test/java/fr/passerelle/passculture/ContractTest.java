package fr.passerelle.passculture;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.passerelle.PartnerEndpoints;
import fr.passerelle.contract.PartnerDocument;
import fr.passerelle.contract.PartnerDocument.Operation;
import fr.passerelle.internal.endpoint.Endpoint.Content;
import fr.passerelle.passculture.Offline.Document;
import fr.passerelle.passculture.RequestsTest.Row;
import fr.passerelle.passculture.endpoint.PassCultureEndpoint;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The endpoint table and the requests of {@link RequestsTest} against the programme's contract: every operation has
 * exactly one row and the reverse, and path, verb, parameters, body and respond agree. What differs on purpose is
 * listed with its reason; a difference that is not listed fails, and so does one that is listed and no more there.
 */
class ContractTest {

    /** The number of an operation that the programme has removed (changes-2026 1, row 5). */
    private static final int REMOVED = 5;

    private static final String IGNORED = "the server ignores paging here (reference 10, no. 17)";

    private static final Map<String, String> DELIBERATE = Map.of(
            "GetEventPriceCategories: query firstIndex only in the document",
            IGNORED,
            "GetEventPriceCategories: query limit only in the document",
            IGNORED,
            "PostProductOffer: answers JSON, documented 201 with a schema",
            "the server responds 200 (reference 10, no. 2)",
            "PostCollectiveOfferPublic: answers JSON, documented 201 with a schema",
            "the server responds 200 (reference 10, no. 3)",
            "GetOffersFormats: answers JSON, documented no success",
            "the server responds 200 and a list (reference 10, no. 30)",
            "AdageMockBookOffer: answers JSON, documented 200 without a schema",
            "the server responds the booking (reference 10, no. 31)");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z_]+)}");

    @ParameterizedTest
    @MethodSource("fr.passerelle.contract.PartnerDocument#each")
    void theTableAndTheDocumentDifferOnlyOnPurpose(PartnerDocument partner) {
        Map<String, Operation> document = partner.operations();
        Map<PassCultureEndpoint, Set<String>> sent = queryParameters();
        Set<String> differences = new TreeSet<>();
        Set<String> ours = PartnerEndpoints.all().stream()
                .map(PassCultureEndpoint::operationId)
                .collect(toSet());
        document.keySet().stream()
                .filter(id -> !ours.contains(id))
                .forEach(id -> differences.add(id + ": only in the document"));
        for (PassCultureEndpoint endpoint : PartnerEndpoints.all()) {
            Operation operation = document.get(endpoint.operationId());
            Stream<String> found = operation == null
                    ? Stream.of("only in the table")
                    : differences(endpoint, operation, sent.getOrDefault(endpoint, Set.of()));
            found.forEach(difference -> differences.add(endpoint.operationId() + ": " + difference));
        }

        assertThat(differences).containsExactlyInAnyOrderElementsOf(DELIBERATE.keySet());
    }

    @Test
    void theTableHasEveryOperationOfTheReferenceOnce() {
        Stream<String> numbers = PartnerEndpoints.all().stream().map(PassCultureEndpoint::number);
        Stream<String> expected = Stream.iterate(1, n -> n <= 56, n -> n + 1)
                .filter(n -> n != REMOVED)
                .flatMap(n -> n == 8 ? Stream.of("8a", "8b") : Stream.of(String.valueOf(n)));

        assertThat(numbers).containsExactlyInAnyOrderElementsOf(expected.toList());
    }

    private static Stream<String> differences(PassCultureEndpoint endpoint, Operation operation, Set<String> sent) {
        Set<String> pathNames = PLACEHOLDER
                .matcher(endpoint.template())
                .results()
                .map(match -> match.group(1))
                .collect(toSet());
        return Stream.of(
                        differing("path", endpoint.template(), operation.path()),
                        differing(
                                "verb",
                                endpoint.method().name(),
                                operation.method().toUpperCase(Locale.ROOT)),
                        differing("path parameters", pathNames, parameters(operation, "path")),
                        differing("body", endpoint.request(), body(operation)),
                        responses(endpoint, operation),
                        only("query", "the requests", sent, parameters(operation, "query")),
                        only("query", "the document", parameters(operation, "query"), sent))
                .flatMap(found -> found);
    }

    private static Stream<String> differing(String what, Object ours, Object documents) {
        return ours.equals(documents) ? Stream.of() : Stream.of(what + " " + ours + ", documented " + documents);
    }

    private static Stream<String> only(String what, String where, Set<String> here, Set<String> there) {
        return here.stream().filter(name -> !there.contains(name)).map(name -> what + " " + name + " only in " + where);
    }

    private static Set<String> parameters(Operation operation, String in) {
        return StreamSupport.stream(operation.node().path("parameters").spliterator(), false)
                .filter(parameter -> in.equals(parameter.path("in").asText()))
                .map(parameter -> parameter.path("name").asText())
                .collect(toSet());
    }

    private static Content body(Operation operation) {
        JsonNode content = operation.node().path("requestBody").path("content");
        if (content.has("multipart/form-data")) {
            return Content.MULTIPART;
        }
        return content.has("application/json") ? Content.JSON : Content.NOTHING;
    }

    private static Stream<String> responses(PassCultureEndpoint endpoint, Operation operation) {
        String documented = operation.node().path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .map(response -> response.getKey()
                        + (response.getValue().has("content") ? " with a schema" : " without a schema"))
                .collect(joining(" and "));
        String ours = endpoint.response() == Content.JSON ? "200 with a schema" : "204 without a schema";
        return ours.equals(documented)
                ? Stream.of()
                : Stream.of("answers " + endpoint.response() + ", documented "
                        + (documented.isEmpty() ? "no success" : documented));
    }

    /** What the requests of {@link RequestsTest} carry behind the question mark, all together. */
    private static Map<PassCultureEndpoint, Set<String>> queryParameters() {
        Set<String> names = new HashSet<>();
        String[] response = {""};
        Map<PassCultureEndpoint, Set<String>> sent = new EnumMap<>(PassCultureEndpoint.class);
        try (PassCultureClient client = Offline.client(request -> {
                    names.addAll(request.url().queryParameterNames());
                    return new Document(200, response[0]);
                })
                .clock(Clock.fixed(RequestsTest.NOW, ZoneOffset.UTC))
                .build()) {
            for (Row row : RequestsTest.rows().toList()) {
                response[0] = row.response();
                names.clear();
                row.call().accept(client);
                sent.computeIfAbsent(row.endpoint(), endpoint -> new HashSet<>())
                        .addAll(names);
            }
        }
        return sent;
    }
}
