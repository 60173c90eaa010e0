package fr.passerelle.internal.http;

import fr.passerelle.http.RawResponse;
import fr.passerelle.internal.call.Call;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import okhttp3.Headers;
import okhttp3.Response;
import okio.BufferedSource;

/** Reads a whole response. */
final class ResponseReader {

    /** Counted after decompression, so that a small response cannot grow without bounds. */
    static final long LARGEST_BODY = 32L * 1024 * 1024;

    /** A longer one is no error of the programme's; its status still is worth more than its text. */
    private static final long LARGEST_ERROR = 1024 * 1024;

    private ResponseReader() {}

    static RawResponse read(Response response, Call<?> call) throws IOException {
        Headers headers = response.headers();
        byte[] body = response.isSuccessful() ? whole(response) : error(response);
        return RawResponse.received(
                response.code(), () -> headers(headers), body, call.attempt(), call.mayHaveBeenProcessed());
    }

    private static byte[] whole(Response response) throws IOException {
        BufferedSource body = response.body().source();
        if (body.request(LARGEST_BODY + 1)) {
            throw new TooLargeException();
        }
        return body.readByteArray();
    }

    private static byte[] error(Response response) throws IOException {
        BufferedSource body = response.body().source();
        return body.request(LARGEST_ERROR + 1) ? new byte[0] : body.readByteArray();
    }

    private static Map<String, List<String>> headers(Headers headers) {
        Map<String, List<String>> copy = new TreeMap<>(headers.toMultimap());
        List<String> retryAfter = headers.values(OkHttpSetup.HIDDEN_RETRY_AFTER);
        if (!retryAfter.isEmpty()) {
            copy.put("Retry-After", retryAfter);
            copy.keySet().removeIf(OkHttpSetup.HIDDEN_RETRY_AFTER::equalsIgnoreCase);
        }
        return copy;
    }

    /** More than {@link #LARGEST_BODY}. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
