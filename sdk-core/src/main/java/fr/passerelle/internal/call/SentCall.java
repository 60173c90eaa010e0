package fr.passerelle.internal.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import fr.passerelle.internal.endpoint.Endpoint;
import fr.passerelle.internal.endpoint.SentRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A call's request, whose values are gathered only when its response is an error with texts. */
record SentCall(HttpCall http, Operation operation) implements SentRequest {

    @Override
    public Endpoint endpoint() {
        return http.endpoint();
    }

    @Override
    public String requestId() {
        return operation.requestId();
    }

    @Override
    public Collection<String> values() {
        List<String> values = new ArrayList<>(http.path());
        http.query().stream().map(Map.Entry::getValue).forEach(value -> {
            values.add(value);
            values.addAll(List.of(value.split(",")));
        });
        values.addAll(operation.client().headers().values());
        values.addAll(operation.options().headers().values());
        String bearer = operation.bearer();
        if (bearer != null) {
            values.add(bearer);
        }
        if (http.body() instanceof Body.Json json) {
            leaves(json.text(), values);
        } else if (http.body() instanceof Body.Upload upload) {
            values.addAll(upload.fields().values());
        }
        return values;
    }

    private void leaves(String json, List<String> values) {
        try {
            leaves(operation.client().mapper().readTree(json), values);
        } catch (JsonProcessingException notOurs) {
            values.add(json);
        }
    }

    private static void leaves(JsonNode node, List<String> values) {
        if (node.isContainerNode()) {
            node.elements().forEachRemaining(each -> leaves(each, values));
        } else if (node.isTextual() || node.isNumber()) {
            values.add(node.asText());
        }
    }

    /** Without any value. */
    @Override
    public String toString() {
        return http.toString();
    }
}
