package fr.passerelle.passculture;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import mockwebserver3.SocketEffect.CloseSocket;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;

/** Answers that no decent server gives. */
final class Faulty {

    private static final int MEGABYTE = 1024 * 1024;

    private Faulty() {}

    /** Something happens to the socket instead of a response. */
    static MockResponse fault(SocketEffect effect) {
        return new MockResponse.Builder().onResponseStart(effect).build();
    }

    /** The connection dies in the middle of the body. */
    static MockResponse truncated() {
        return new MockResponse.Builder()
                .body(Samples.EVENT)
                .onResponseBody(new CloseSocket())
                .build();
    }

    /** One byte, then a second of silence, and so on. */
    static MockResponse dripping() {
        return new MockResponse.Builder()
                .body(Samples.EVENT)
                .throttleBody(1, 1, TimeUnit.SECONDS)
                .build();
    }

    static MockResponse gzipped(int status, String body) {
        return encoded(status, "gzip", gzip(new Buffer().writeUtf8(body)));
    }

    /** Some 33 kB that become 33 MB. */
    static MockResponse bomb(int status) {
        return gzipped(status, " ".repeat(33 * MEGABYTE));
    }

    static MockResponse encoded(int status, String encoding, Buffer body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Encoding", encoding)
                .body(body)
                .build();
    }

    static Buffer gzip(Buffer plain) {
        Buffer compressed = new Buffer();
        try (var sink = Okio.buffer(new GzipSink(compressed))) {
            sink.writeAll(plain);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return compressed;
    }
}
