package fr.passerelle.model.invitation.feed;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;

/**
 * A webhook as the server sends it: never with its secret.
 *
 * @param id minted by the caller
 * @param url where messages go
 */
public record Webhook(UUID id, String url) {

    @JsonCreator
    static Webhook read(
            @JsonProperty(value = "id", required = true) UUID id,
            @JsonProperty(value = "url", required = true) String url) {
        return new Webhook(id, url);
    }
}
