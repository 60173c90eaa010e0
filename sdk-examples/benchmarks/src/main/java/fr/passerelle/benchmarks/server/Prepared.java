package fr.passerelle.benchmarks.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;

/** The bytes of a response, head and body, written at once. */
final class Prepared {

    private final byte[] bytes;

    private Prepared(byte[] bytes) {
        this.bytes = bytes;
    }

    /** For whoever changes digits in place. */
    byte[] bytes() {
        return bytes;
    }

    static Prepared json(String body) {
        return new Prepared(("""
                HTTP/1.1 200 OK\r
                Content-Type: application/json\r
                Date: Fri, 20 Nov 2026 10:00:00 GMT\r
                Server: prepared\r
                Content-Length: %d\r
                \r
                """.formatted(body.getBytes(UTF_8).length) + body).getBytes(UTF_8));
    }

    static Prepared noContent() {
        return new Prepared("""
                HTTP/1.1 204 No Content\r
                Date: Fri, 20 Nov 2026 10:00:00 GMT\r
                Server: prepared\r
                \r
                """.getBytes(UTF_8));
    }

    /** Nothing says how long to wait, as with the real one. */
    static Prepared tooManyRequests() {
        return new Prepared("""
                HTTP/1.1 429 Too Many Requests\r
                Date: Fri, 20 Nov 2026 10:00:00 GMT\r
                Server: prepared\r
                Content-Length: 0\r
                \r
                """.getBytes(UTF_8));
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes);
    }
}
