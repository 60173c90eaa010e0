package fr.passerelle.season.agenda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * A flux of DATAtourisme as it is downloaded: a zip with an index, a context and a file for each object. Nothing of it
 * is unpacked to disk; an object or an archive that swells beyond what agendas have is refused.
 */
final class FluxFile implements AgendaRecords {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_BYTES_OF_AN_OBJECT = 4 << 20;
    private static final long MOST_BYTES = 4L << 30;

    private final ZipInputStream zip;
    private long read;

    private FluxFile(ZipInputStream zip) {
        this.zip = zip;
    }

    static FluxFile open(InputStream export) {
        return new FluxFile(new ZipInputStream(export));
    }

    @Override
    public Optional<JsonNode> next() throws IOException {
        try {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (isObject(entry)) {
                    return Optional.of(object());
                }
            }
            return Optional.empty();
        } catch (ZipException | JsonProcessingException broken) {
            throw new UnreadableAgendaException("broken archive", null, broken);
        }
    }

    /** The index lists the objects, the context their vocabulary. */
    private static boolean isObject(ZipEntry entry) {
        String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
        return !entry.isDirectory()
                && name.endsWith(".json")
                && !name.equals("index.json")
                && !name.equals("context.json");
    }

    private JsonNode object() throws IOException {
        byte[] bytes = zip.readNBytes(MOST_BYTES_OF_AN_OBJECT + 1);
        read += bytes.length;
        if (bytes.length > MOST_BYTES_OF_AN_OBJECT || read > MOST_BYTES) {
            throw new UnreadableAgendaException("an object is too large", null, null);
        }
        return JSON.readTree(bytes);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
