package fr.passerelle.internal.http;

import fr.passerelle.client.RawAnswer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Headers;
import okhttp3.Response;
import okio.BufferedSource;

/** Reads a whole answer, and closes it whatever happens. */
final class AnswerReader implements Callback {

    /** Counted after decompression, so that a small answer cannot grow without bounds. */
    static final long LARGEST_BODY = 32L * 1024 * 1024;

    private final int attempt;
    private final CompletableFuture<RawAnswer> answer;

    AnswerReader(int attempt, CompletableFuture<RawAnswer> answer) {
        this.attempt = attempt;
        this.answer = answer;
    }

    @Override
    public void onResponse(Call call, Response response) {
        try (response) {
            BufferedSource body = response.body().source();
            if (body.request(LARGEST_BODY + 1)) {
                throw new TooLargeException();
            }
            answer.complete(new RawAnswer(response.code(), headers(response.headers()), body.readByteArray(), attempt));
        } catch (IOException | RuntimeException | Error e) {
            // Errors too: nobody else would tell the thread that waits.
            answer.completeExceptionally(e);
        }
    }

    @Override
    public void onFailure(Call call, IOException e) {
        answer.completeExceptionally(e);
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
