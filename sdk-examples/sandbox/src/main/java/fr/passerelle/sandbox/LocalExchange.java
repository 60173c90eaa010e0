package fr.passerelle.sandbox;

import fr.passerelle.sandbox.http.Exchange;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call made inside the process: the same routes, journal and faults as over the wire, without the wire. */
final class LocalExchange implements Exchange {

    private final String method;
    private final String path;
    private final @Nullable String operation;
    private final @Nullable String bearer;
    private final byte[] body;
    private final ByteArrayOutputStream response = new ByteArrayOutputStream();
    private int status;
    private boolean aborted;

    LocalExchange(String method, String path, @Nullable String operation, @Nullable String bearer, byte[] body) {
        this.method = method;
        this.path = path;
        this.operation = operation;
        this.bearer = bearer;
        this.body = body;
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public Map<String, List<String>> query() {
        return Map.of();
    }

    @Override
    public @Nullable String header(String name) {
        return switch (name) {
            case "Authorization" -> bearer == null ? null : "Bearer " + bearer;
            case "Content-Type" -> "application/json";
            default -> null;
        };
    }

    @Override
    public @Nullable String operation() {
        return operation;
    }

    @Override
    public byte[] body() {
        return body;
    }

    @Override
    public void begin(int status, Map<String, String> headers, long length) {
        this.status = status;
    }

    @Override
    public void write(byte[] part) {
        response.writeBytes(part);
    }

    @Override
    public void end() {}

    @Override
    public void abort() {
        aborted = true;
    }

    int status() throws IOException {
        if (aborted) {
            throw new EOFException("a fault closed the connection");
        }
        return status;
    }

    byte[] response() {
        return response.toByteArray();
    }
}
