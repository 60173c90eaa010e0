package fr.passerelle.ticketing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * All use of Jackson for vendor messages: strict where it reads, spelled as Python's {@code json.dumps} where it
 * writes.
 */
final class WireJson {

    private static final int MAX_DEPTH = 32;

    private static final JsonFactory RAW = factory().build();
    private static final JsonFactory ASCII =
            factory().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final JsonMapper DOCUMENTS = JsonMapper.builder(RAW)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private WireJson() {}

    private static JsonFactoryBuilder factory() {
        return new JsonFactoryBuilder()
                .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .build());
    }

    /**
     * The tree of one document.
     *
     * @throws IOException if it is not exactly one JSON value, nests too deep or has a key twice in an object
     */
    static JsonNode document(String text) throws IOException {
        return DOCUMENTS.readTree(text);
    }

    /** The JSON string literal of a text, as {@code json.dumps} writes it: plain ASCII, lowercase hex. */
    static String quoted(String text) {
        return ascii(json -> json.writeString(text));
    }

    /** Compact JSON in plain ASCII. */
    static String ascii(Content content) {
        return write(ASCII, content);
    }

    private static String write(JsonFactory factory, Content content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = factory.createGenerator(text)) {
            content.writeTo(json);
        } catch (IOException impossible) { // a StringWriter has no way to fail
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** What to write. */
    interface Content {
        void writeTo(JsonGenerator json) throws IOException;
    }
}
