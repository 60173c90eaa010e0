package fr.passerelle.sandbox.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import fr.passerelle.sandbox.cases.CaseClient.Response;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * One HTTP case: {@code given} arranges the state, {@code when} is sent, {@code then} says what comes back, and each
 * block of {@code more} does the same once more in the state that is left. Before it the sandbox is reset and its clock
 * set. A step is {@code control} or {@code call} (method and target), {@code auth} (a key, null for none) and one of
 * {@code body}, {@code rawBody}, {@code multipart} or none; {@code as} names what came back for {@link Templates}. A
 * case that uses any other word fails: nothing that a case says is passed over.
 */
final class HttpCase {

    private static final String NOW = "2026-03-02T10:00:00Z";

    /** How long a response may take to become the expected one, where a case says {@code eventually}. */
    private static final Duration EVENTUALLY = Duration.ofSeconds(5);

    private static final Set<String> CASE =
            Set.of("id", "operation", "basis", "note", "now", "given", "when", "then", "more");
    private static final Set<String> STEP = Set.of("control", "call", "auth", "body", "rawBody", "multipart", "as");
    private static final Set<String> EXPECTATION = Set.of("status", "json", "keys", "empty", "eventually");

    private final JsonNode row;
    private final CaseClient client;
    private final Templates templates;

    HttpCase(JsonNode row, CaseClient client) {
        this.row = row;
        this.client = client;
        this.templates = new Templates(row.path("now").asText(NOW));
    }

    /** Runs the case; fails with the first difference. */
    void run() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        arrange(json.objectNode().put("control", "POST /sandbox/reset").set("body", json.objectNode()));
        arrange(json.objectNode()
                .put("control", "PUT /sandbox/clock")
                .set("body", json.objectNode().put("now", row.path("now").asText(NOW))));
        block(row);
        row.path("more").forEach(this::block);
    }

    private void block(JsonNode block) {
        known(block, CASE);
        block.path("given").forEach(this::arrange);
        JsonNode when = block.path("when");
        JsonNode then = block.path("then");
        known(then, EXPECTATION);
        long end = System.nanoTime() + EVENTUALLY.toNanos();
        Response response = send(when);
        Optional<String> difference = difference(then, response);
        while (difference.isPresent() && then.path("eventually").asBoolean() && System.nanoTime() < end) {
            response = send(when);
            difference = difference(then, response);
        }
        assertThat(difference).as(line(when)).isEmpty();
    }

    private void arrange(JsonNode step) {
        Response response = send(step);
        assertThat(response.status()).as("%s: %s", line(step), response).isBetween(200, 299);
    }

    private Response send(JsonNode step) {
        known(step, STEP);
        Response response = client.send(step, templates);
        if (step.has("as")) {
            templates.bind(step.path("as").asText(), response.json());
        }
        String control = step.path("control").asText();
        if (control.equals("PUT /sandbox/clock") || control.equals("POST /sandbox/clock/advance")) {
            templates.now(response.json().path("now").asText());
        }
        return response;
    }

    /** The method and the target of a step. */
    static String line(JsonNode step) {
        return step.path(step.has("control") ? "control" : "call").asText();
    }

    private static void known(JsonNode object, Set<String> words) {
        Set<String> unknown = new HashSet<>();
        object.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(words);
        assertThat(unknown).as("words that this reader does not know").isEmpty();
    }

    /** Where a response is not what {@code then} says. */
    private Optional<String> difference(JsonNode then, Response response) {
        JsonNode status = then.path("status");
        boolean expected = status.isArray()
                ? status.valueStream().anyMatch(one -> one.asInt() == response.status())
                : status.asInt() == response.status();
        if (!expected) {
            return Optional.of("expected status " + status + ", got " + response);
        }
        if (then.path("empty").asBoolean() && !response.body().isBlank()) {
            return Optional.of("expected no body, got " + response);
        }
        if ((then.has("json") || then.has("keys")) && response.json().isMissingNode()) {
            return Optional.of("expected JSON, got " + response);
        }
        if (then.has("keys")) {
            Optional<String> keys = Matching.keys(then.path("keys"), response.json(), "body");
            if (keys.isPresent()) {
                return keys;
            }
        }
        return then.has("json")
                ? Matching.difference(templates.resolve(then.path("json")), response.json(), "body")
                : Optional.empty();
    }
}
