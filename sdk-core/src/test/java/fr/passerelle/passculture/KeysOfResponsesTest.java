package fr.passerelle.passculture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.contract.PartnerDocument;
import fr.passerelle.error.UnreadableResponseException;
import fr.passerelle.internal.call.VirtualTime;
import fr.passerelle.internal.endpoint.Endpoint.Content;
import fr.passerelle.internal.json.Json;
import fr.passerelle.passculture.Offline.Document;
import fr.passerelle.passculture.RequestsTest.Row;
import fr.passerelle.passculture.endpoint.PassCultureEndpoint;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Every key of every response, left out, null, and with an unknown one beside it: the response is read all the same,
 * unless the key is one of {@link NeededKeys}, without which there is nothing to tell.
 */
@Timeout(120)
class KeysOfResponsesTest {

    private static final long SEED = 11;
    private static final int SPECIMENS = 6;

    private Document response = new Document(200, "");
    private final PassCultureClient client = Offline.client(request -> response)
            .attempts(1)
            .clock(Clock.fixed(RequestsTest.NOW, ZoneOffset.UTC))
            .time(new VirtualTime())
            .build();

    @Test
    void noOtherKeyMakesAResponseUnreadable() {
        Set<String> needed = new TreeSet<>();
        PartnerDocument document = PartnerDocument.read();
        Specimens specimens = new Specimens(document, SEED);
        rows().forEach((row, schema) -> {
            for (int i = 0; i < SPECIMENS; i++) {
                JsonNode whole = specimens.whole(schema);
                keep(row, whole);
                assertThat(problem(row, whole)).as(row + " whole: " + whole).isEmpty();
                each(whole, whole, "", (where, changed) -> problem(row, changed).ifPresent(any -> needed.add(where)));
            }
        });

        assertThat(needed).isNotEmpty().allMatch(NeededKeys.read()::holds);
    }

    private interface Change {
        void made(String key, JsonNode document);
    }

    /** Makes each change in place, and takes it back. */
    private static void each(JsonNode root, JsonNode here, String title, Change change) {
        if (here instanceof ArrayNode items) {
            items.forEach(item -> each(root, item, title, change));
            return;
        }
        if (!(here instanceof ObjectNode object)) {
            return;
        }
        for (String key : object.properties().stream().map(Map.Entry::getKey).toList()) {
            JsonNode value = Objects.requireNonNull(object.get(key));
            object.remove(key);
            change.made(title + "/" + key, root);
            object.putNull(key);
            change.made(title + "/" + key, root);
            object.set(key, value);
            each(root, value, title + "/" + key, change);
        }
        object.putObject("brandNew").put("a", 1);
        change.made(title + "/brandNew", root);
        object.remove("brandNew");
    }

    /** A response about another thing than the one asked for is refused, rightly. */
    private static void keep(Row row, JsonNode whole) {
        try {
            JsonNode asked = row.response().isEmpty()
                    ? null
                    : Json.mapper().readTree(row.response()).get("id");
            if (asked != null && whole instanceof ObjectNode object && object.has("id")) {
                object.set("id", asked);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Optional<String> problem(Row row, JsonNode body) {
        response = new Document(200, body.toString());
        try {
            row.call().accept(client);
            return Optional.empty();
        } catch (UnreadableResponseException unreadable) {
            return Optional.of(unreadable.pointer());
        }
    }

    private static Map<Row, JsonNode> rows() {
        PartnerDocument document = PartnerDocument.read();
        Map<PassCultureEndpoint, Row> rows = new EnumMap<>(PassCultureEndpoint.class);
        RequestsTest.rows().forEach(row -> rows.putIfAbsent(row.endpoint(), row));
        Map<Row, JsonNode> schemas = new LinkedHashMap<>();
        rows.forEach((endpoint, row) -> {
            if (endpoint.response() == Content.JSON) {
                document.responseSchema(endpoint.operationId()).ifPresent(schema -> schemas.put(row, schema));
            }
        });
        return schemas;
    }
}
