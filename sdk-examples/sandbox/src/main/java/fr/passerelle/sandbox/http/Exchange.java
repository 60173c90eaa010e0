package fr.passerelle.sandbox.http;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request and the means to respond it, or not to. Exactly one of {@link #send} and {@link #abort}, or
 * {@link #begin} … {@link #end}, must happen.
 */
public interface Exchange {

    String method();

    /** The path as sent, not decoded, without the query. */
    String path();

    Map<String, List<String>> query();

    @Nullable
    String header(String name);

    /** The operation id of the route this call goes to, or null when there is none. */
    @Nullable
    String operation();

    /** The whole request body; it is read at the first call and kept. */
    byte[] body() throws IOException;

    /** Writes the status line and the headers; {@code length} is announced as {@code Content-Length}. */
    void begin(int status, Map<String, String> headers, long length) throws IOException;

    /** Writes a part of the body and flushes it. */
    void write(byte[] part) throws IOException;

    /** Ends the response. */
    void end() throws IOException;

    /** Closes the connection, whatever has been written so far. */
    void abort();

    /** Sends a whole response. */
    default void send(Response response) throws IOException {
        byte[] bytes = response.bytes();
        begin(response.status(), Wire.headers(response), bytes.length);
        if (bytes.length > 0) {
            write(bytes);
        }
        end();
    }
}
