package fr.passerelle.internal.http;

import fr.passerelle.client.RawAnswer;
import fr.passerelle.internal.call.Call;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import okhttp3.Headers;
import okhttp3.Response;
import okio.BufferedSource;

/** Reads a whole answer. */
public final class AnswerReader {

    /** Counted after decompression, so that a small answer cannot grow without bounds. */
    static final long LARGEST_BODY = 32L * 1024 * 1024;

    /** Makes an answer. */
    @FunctionalInterface
    public interface Maker {
        /** The headers are asked for later, if at all; the body is for the answer alone. */
        RawAnswer make(
                int status,
                Supplier<Map<String, List<String>>> headers,
                byte[] body,
                int attempts,
                boolean afterLostAnswer);
    }

    private final Maker maker;

    AnswerReader(Maker maker) {
        this.maker = maker;
    }

    RawAnswer read(Response response, Call call) throws IOException {
        BufferedSource body = response.body().source();
        if (body.request(LARGEST_BODY + 1)) {
            throw new TooLargeException();
        }
        Headers headers = response.headers();
        return maker.make(
                response.code(),
                () -> headers(headers),
                body.readByteArray(),
                call.attempt(),
                call.mayHaveBeenProcessed());
    }

    private static Map<String, List<String>> headers(Headers headers) {
        Map<String, List<String>> copy = new TreeMap<>(headers.toMultimap());
        List<String> retryAfter = headers.values(Wire.HIDDEN_RETRY_AFTER);
        if (!retryAfter.isEmpty()) {
            copy.put("Retry-After", retryAfter);
            copy.keySet().removeIf(Wire.HIDDEN_RETRY_AFTER::equalsIgnoreCase);
        }
        return copy;
    }

    /** More than {@link #LARGEST_BODY}. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
