package fr.passerelle.season.agenda;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.CharConversionException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;

/**
 * An export, read one record at a time: {@code {"records": […]}}, {@code {"results": […]}}, {@code {"events": […]}} or
 * a bare array. A byte order mark is fine.
 */
public final class AgendaFile implements Closeable {

    private static final Set<String> LISTS = Set.of("records", "results", "events");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonParser parser;

    private AgendaFile(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Goes to the first record.
     *
     * @throws UnreadableAgendaException if this is no such export
     * @throws IOException if the stream fails
     */
    public static AgendaFile open(InputStream export) throws IOException {
        AgendaFile file = new AgendaFile(JSON.createParser(export));
        if (!file.reading(file::foundList)) {
            throw new UnreadableAgendaException("no list of records", null, null);
        }
        return file;
    }

    /**
     * The next record, whatever it is; empty at the end.
     *
     * @throws UnreadableAgendaException if the file is broken or ends here; what was read before is good
     * @throws IOException if the stream fails
     */
    public Optional<JsonNode> next() throws IOException {
        return reading(() -> {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw new UnreadableAgendaException("ends inside the list", parser.currentLocation(), null);
            }
            return token == JsonToken.END_ARRAY ? Optional.empty() : Optional.of(parser.readValueAsTree());
        });
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    /** What Jackson says of broken files is for programmers; where they break is for everybody. */
    private <T> T reading(Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (JsonProcessingException | CharConversionException broken) {
            throw new UnreadableAgendaException("broken", parser.currentLocation(), broken);
        }
    }

    private boolean foundList() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.START_ARRAY) {
            return true;
        }
        if (token != JsonToken.START_OBJECT) {
            return false;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (LISTS.contains(name) && value == JsonToken.START_ARRAY) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }
}
