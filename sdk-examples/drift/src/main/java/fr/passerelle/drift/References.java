package fr.passerelle.drift;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Follows the {@code $ref} of one document. */
record References(JsonNode document) {

    /** The reference that a node makes; empty if it makes none. */
    static String of(JsonNode node) {
        return node.path("$ref").asText("");
    }

    /** What a reference leads to. */
    JsonNode target(String reference) {
        if (!reference.startsWith("#/")) {
            throw new UnreadableContractException("file.ref.foreign", reference);
        }
        // A plus is a plus in a fragment, while the decoder is meant for forms.
        String pointer = reference.substring(1).replace("+", "%2B");
        JsonNode target = document.at(decoded(pointer, reference));
        if (target.isMissingNode()) {
            throw new UnreadableContractException("file.ref.dangling", reference);
        }
        return target;
    }

    /** A parameter, body or response, wherever it is written. */
    JsonNode resolved(JsonNode node) {
        JsonNode at = node;
        for (int hops = 0; !of(at).isEmpty(); hops++) {
            if (hops == 100) {
                throw new UnreadableContractException("file.ref.circular", of(node));
            }
            at = target(of(at));
        }
        return at;
    }

    private static JsonPointer decoded(String pointer, String reference) {
        try {
            return JsonPointer.compile(URLDecoder.decode(pointer, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            throw new UnreadableContractException("file.ref.dangling", reference);
        }
    }
}
