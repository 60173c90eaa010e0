package fr.passerelle.contract;

import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A request as it left.
 *
 * @param contentType the header, or null
 * @param userAgent the header, or null
 * @param body empty if there is none
 */
public record Sent(
        String method,
        HttpUrl url,
        @Nullable String contentType,
        @Nullable String userAgent,
        ByteString body) {

    /** What an OkHttp interceptor sees. */
    public static Sent of(Request request) throws IOException {
        RequestBody body = request.body();
        try (Buffer written = new Buffer()) {
            if (body != null) {
                body.writeTo(written);
            }
            // OkHttp takes the header from the body, but only further down.
            String contentType = body == null || body.contentType() == null
                    ? request.header("Content-Type")
                    : String.valueOf(body.contentType());
            return new Sent(
                    request.method(),
                    request.url(),
                    contentType,
                    request.header("User-Agent"),
                    written.readByteString());
        }
    }

    /** Without a value of it. */
    @Override
    public String toString() {
        return method + " " + url.encodedPath();
    }
}
