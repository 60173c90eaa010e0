package fr.passerelle.http;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A response as it came: for diagnosis, or for what this SDK does not read. Its body may hold people's data. */
public final class RawResponse {

    private final int status;
    private final Supplier<Map<String, List<String>>> givenHeaders;
    /** Its array may be used again once nobody has this response; it has no bytes then. */
    private final ByteBuffer body;

    private final int attempts;
    private final boolean afterLostResponse;
    private @Nullable Map<String, List<String>> headers;

    /**
     * A response to a call whose earlier attempts, if any, surely had no effect.
     *
     * @param status the HTTP status
     * @param headers the response's headers; their names ignore case
     * @param body the decompressed body, empty if there is none
     * @param attempts how many times the call was sent to get it
     */
    public RawResponse(int status, Map<String, List<String>> headers, byte[] body, int attempts) {
        this(status, headers, body, attempts, false);
    }

    /**
     * A response.
     *
     * @param status the HTTP status
     * @param headers the response's headers; their names ignore case
     * @param body the decompressed body, empty if there is none
     * @param attempts how many times the call was sent to get it
     * @param afterLostResponse whether an earlier attempt may have had its effect
     */
    public RawResponse(
            int status, Map<String, List<String>> headers, byte[] body, int attempts, boolean afterLostResponse) {
        this(status, () -> headers, ByteBuffer.wrap(body.clone()), attempts, afterLostResponse);
        headers();
    }

    private RawResponse(
            int status,
            Supplier<Map<String, List<String>>> headers,
            ByteBuffer body,
            int attempts,
            boolean afterLostResponse) {
        this.status = status;
        this.givenHeaders = headers;
        this.body = body;
        this.attempts = attempts;
        this.afterLostResponse = afterLostResponse;
    }

    /**
     * A response whose body is an array's from its start to the buffer's limit, and whose headers are read when
     * somebody asks for them.
     */
    public static RawResponse received(
            int status,
            Supplier<Map<String, List<String>>> headers,
            ByteBuffer body,
            int attempts,
            boolean afterLostResponse) {
        return new RawResponse(status, headers, body, attempts, afterLostResponse);
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The headers, in a map that ignores the case of their names. */
    public synchronized Map<String, List<String>> headers() {
        if (headers == null) {
            Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            givenHeaders.get().forEach((name, values) -> copy.put(name, List.copyOf(values)));
            headers = Collections.unmodifiableMap(copy);
        }
        return headers;
    }

    /** The first value of a header, whatever its case. */
    public Optional<String> header(String name) {
        return headers().getOrDefault(name, List.of()).stream().findFirst();
    }

    /** The body, decompressed; empty if there is none. */
    public byte[] body() {
        byte[] copy = new byte[body.remaining()];
        body.get(body.position(), copy);
        return copy;
    }

    /** The body as text (UTF-8). It may hold people's data. */
    public String bodyText() {
        return new String(body(), StandardCharsets.UTF_8);
    }

    /** The body once more, to be read without a copy of it. Needs no closing. */
    public InputStream bodyStream() {
        return new ByteArrayInputStream(body.array(), body.arrayOffset(), body.remaining());
    }

    /** How many times the call was sent to get this response: 1 unless it was retried. */
    public int attempts() {
        return attempts;
    }

    /**
     * Whether an earlier attempt at the same call was left without a response that tells: this response may then speak
     * of what that attempt did.
     */
    public boolean afterLostResponse() {
        return afterLostResponse;
    }

    /** Status and size only: headers and body may hold people's data. */
    @Override
    public String toString() {
        return "RawResponse[status=" + status + ", " + body.remaining() + " bytes, attempts=" + attempts + "]";
    }
}
