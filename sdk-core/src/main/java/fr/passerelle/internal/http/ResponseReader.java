package fr.passerelle.internal.http;

import fr.passerelle.http.RawResponse;
import fr.passerelle.internal.call.Call;
import fr.passerelle.internal.call.Received;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
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

    static Received read(Response response, Call<?> call) throws IOException {
        Headers headers = response.headers();
        ByteBuffer body = response.isSuccessful() ? whole(response) : error(response);
        return new Received(
                RawResponse.received(
                        response.code(), () -> headers(headers), body, call.attempt(), call.mayHaveBeenProcessed()),
                body);
    }

    /** One whose length is known is read into an array of that length, without the buffers in between. */
    private static ByteBuffer whole(Response response) throws IOException {
        BufferedSource source = response.body().source();
        long length = response.body().contentLength();
        if (length < 0 || length > SpareArrays.LARGEST) {
            return unknown(source);
        }
        byte[] array = length < SpareArrays.SMALLEST ? new byte[(int) length] : SpareArrays.take((int) length);
        ByteBuffer body = ByteBuffer.wrap(array, 0, (int) length);
        for (int read = 0; read < length; ) {
            int more = source.read(array, read, (int) length - read);
            if (more < 0) {
                throw new EOFException("the body is shorter than its length");
            }
            read += more;
        }
        if (!source.exhausted()) {
            throw new ProtocolException("the body is longer than its length");
        }
        return body;
    }

    /** A compressed one, or one in chunks. */
    private static ByteBuffer unknown(BufferedSource source) throws IOException {
        if (!source.request(SpareArrays.SMALLEST)) {
            return ByteBuffer.wrap(source.readByteArray());
        }
        byte[] array = SpareArrays.take(2 * SpareArrays.SMALLEST);
        int length = 0;
        for (int more = 0; more >= 0; length += Math.max(0, more)) {
            if (length > LARGEST_BODY) {
                throw new TooLargeException();
            }
            if (length == array.length) {
                array = larger(array);
            }
            more = source.read(array, length, array.length - length);
        }
        return ByteBuffer.wrap(array, 0, length);
    }

    private static byte[] larger(byte[] full) {
        int size = Math.min(2 * full.length, (int) LARGEST_BODY + 1);
        byte[] array = size <= SpareArrays.LARGEST ? SpareArrays.take(size) : new byte[size];
        System.arraycopy(full, 0, array, 0, full.length);
        SpareArrays.give(full);
        return array;
    }

    private static ByteBuffer error(Response response) throws IOException {
        BufferedSource body = response.body().source();
        return ByteBuffer.wrap(body.request(LARGEST_ERROR + 1) ? new byte[0] : body.readByteArray());
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
