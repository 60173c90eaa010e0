package fr.passerelle.client;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An answer as it came: for diagnosis, or for what this SDK does not read. Its body may hold people's data. */
public final class RawAnswer {

    private final int status;
    private final Map<String, List<String>> headers;
    private final byte[] body;
    private final int attempts;

    /**
     * An answer.
     *
     * @param status the HTTP status
     * @param headers the answer's headers; their names ignore case
     * @param body the decompressed body, empty if there is none
     * @param attempts how many times the call was sent to get it
     */
    public RawAnswer(int status, Map<String, List<String>> headers, byte[] body, int attempts) {
        this.status = status;
        this.headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> this.headers.put(name, List.copyOf(values)));
        this.body = body.clone();
        this.attempts = attempts;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The headers, in a map that ignores the case of their names. */
    public Map<String, List<String>> headers() {
        return Collections.unmodifiableMap(headers);
    }

    /** The first value of a header, whatever its case. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** The body, decompressed; empty if there is none. */
    public byte[] body() {
        return body.clone();
    }

    /** How many times the call was sent to get this answer: 1 unless it was repeated. */
    public int attempts() {
        return attempts;
    }

    /** Status and size only: headers and body may hold people's data. */
    @Override
    public String toString() {
        return "RawAnswer[status=" + status + ", " + body.length + " bytes, attempts=" + attempts + "]";
    }
}
