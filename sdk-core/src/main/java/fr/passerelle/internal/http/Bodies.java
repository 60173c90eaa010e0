package fr.passerelle.internal.http;

import fr.passerelle.internal.call.Body;
import fr.passerelle.internal.call.HttpCall;
import fr.passerelle.internal.endpoint.Endpoint;
import fr.passerelle.internal.endpoint.Endpoint.Content;
import fr.passerelle.model.value.ImageFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** Turns what a call sends into what OkHttp sends. */
final class Bodies {

    private static final MediaType JSON = MediaType.get("application/json");
    private static final RequestBody EMPTY = RequestBody.create(new byte[0]);

    private Bodies() {}

    /**
     * The body; null if the method has none.
     *
     * @throws IllegalArgumentException if the endpoint asks for another one, or for one where there is none
     */
    static @Nullable RequestBody of(HttpCall call) {
        Endpoint endpoint = call.endpoint();
        Body body = call.body();
        if (endpoint.request() != content(body)) {
            throw new IllegalArgumentException(endpoint + " sends " + endpoint.request() + ", not " + content(body));
        }
        if (body instanceof Body.Json json) {
            return RequestBody.create(json.text().getBytes(StandardCharsets.UTF_8), JSON);
        }
        if (body instanceof Body.Upload upload) {
            return form(upload);
        }
        return switch (endpoint.method()) {
            case GET, DELETE -> null;
            case POST, PUT, PATCH -> EMPTY;
        };
    }

    private static Content content(@Nullable Body body) {
        if (body == null) {
            return Content.NOTHING;
        }
        return body instanceof Body.Json ? Content.JSON : Content.MULTIPART;
    }

    private static RequestBody form(Body.Upload upload) {
        ImageFile file = upload.file();
        MultipartBody.Builder form = new MultipartBody.Builder()
                .setType(MultipartBody.FORM)
                .addFormDataPart("file", "image." + file.format().extension(), new Picture(file));
        upload.fields().forEach(form::addFormDataPart);
        return form.build();
    }

    /** Written straight from where it lies in memory. */
    private static final class Picture extends RequestBody {

        private final ImageFile file;

        Picture(ImageFile file) {
            this.file = file;
        }

        @Override
        public MediaType contentType() {
            return MediaType.get(file.format().mediaType());
        }

        @Override
        public long contentLength() {
            return file.weight();
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            file.writeTo(sink.outputStream());
        }
    }
}
