package fr.passerelle.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** A call made through {@link Sandbox}'s Java methods was answered with an error. */
public final class SandboxRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient JsonNode body;

    SandboxRefusedException(String call, int status, JsonNode body) {
        super(call + " was refused: " + status + " " + body);
        this.status = status;
        this.body = body;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The app API's error code, such as {@code INSUFFICIENT_CREDIT}; empty when the response has none. */
    public Optional<String> code() {
        return Optional.ofNullable(body.path("code").textValue());
    }
}
