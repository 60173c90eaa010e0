package fr.passerelle.season.agenda;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
     * @throws IOException if this is no such export; the message is one line
     */
    public static AgendaFile open(InputStream export) throws IOException {
        JsonParser parser = JSON.createParser(export);
        AgendaFile file = new AgendaFile(parser);
        if (!file.foundList()) {
            throw new NotAnAgendaException("no list of records");
        }
        return file;
    }

    /**
     * The next record, whatever it is; empty at the end.
     *
     * @throws IOException if the file is broken or ends here; what was read before is good
     */
    public Optional<JsonNode> next() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new NotAnAgendaException("ends inside the list of records");
        }
        return token == JsonToken.END_ARRAY ? Optional.empty() : Optional.of(parser.readValueAsTree());
    }

    @Override
    public void close() throws IOException {
        parser.close();
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

    /** The file is JSON, but no export of events. */
    static final class NotAnAgendaException extends IOException {

        private static final long serialVersionUID = 1L;

        NotAnAgendaException(String message) {
            super(message);
        }
    }
}
