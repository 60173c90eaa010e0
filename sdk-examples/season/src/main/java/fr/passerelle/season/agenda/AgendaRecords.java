package fr.passerelle.season.agenda;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * An agenda, read one record at a time, whatever it is written in: the exports of OpenAgenda, the objects of
 * DATAtourisme (one, a list, or a flux as a zip), a calendar (iCalendar). The first bytes tell which.
 */
public interface AgendaRecords extends Closeable {

    /**
     * The next record, whatever it is; empty at the end.
     *
     * @throws UnreadableAgendaException if the file is broken or ends here; what was read before is good
     * @throws IOException if the stream fails
     */
    Optional<JsonNode> next() throws IOException;

    /**
     * Goes to the first record.
     *
     * @param now the moment of the import, from which a calendar's endless events are counted
     * @throws UnreadableAgendaException if this is no agenda of a known form
     * @throws IOException if the stream fails
     */
    static AgendaRecords open(InputStream export, Instant now) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(export);
        bytes.mark(64);
        String start = new String(bytes.readNBytes(64), StandardCharsets.ISO_8859_1);
        bytes.reset();
        if (start.startsWith("PK\u0003\u0004")) {
            return FluxFile.open(bytes);
        }
        // Behind a byte order mark and empty lines.
        String text = start.replaceFirst("^(?:\u00ef\u00bb\u00bf)?\\s*", "").toUpperCase(Locale.ROOT);
        return text.startsWith("BEGIN:VCALENDAR") ? CalendarFile.open(bytes, now) : AgendaFile.open(bytes);
    }
}
