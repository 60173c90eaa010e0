package fr.passerelle.season.agenda;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;

/**
 * An export in JSON, read one record at a time: {@code {"records": […]}}, {@code {"results": […]}}, {@code {"events":
 * […]}}, DATAtourisme's {@code {"objects": […]}} and {@code {"@graph": […]}}, a bare array, or one object of
 * DATAtourisme alone. A byte order mark is fine.
 */
public final class AgendaFile implements AgendaRecords {

    private static final Set<String> LISTS = Set.of("records", "results", "events", "objects", "@graph");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonParser parser;
    private final ObjectNode alone = JSON.createObjectNode();
    private boolean atEnd;

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

    @Override
    public Optional<JsonNode> next() throws IOException {
        if (atEnd) {
            return Optional.empty();
        }
        if (!alone.isEmpty()) {
            atEnd = true;
            return Optional.of(alone);
        }
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
                alone.removeAll();
                return true;
            }
            alone.set(name, parser.readValueAsTree());
        }
        return DataTourisme.isOne(alone);
    }
}
