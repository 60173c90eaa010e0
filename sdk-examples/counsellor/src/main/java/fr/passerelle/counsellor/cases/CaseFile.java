package fr.passerelle.counsellor.cases;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.passerelle.commandline.file.InputFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The cases of one file: {@code {"cases": [...]}}, or the bare list.
 *
 * @param path where it stands
 * @param cases what it holds, in its order
 */
public record CaseFile(Path path, List<JsonNode> cases) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    public CaseFile {
        cases = List.copyOf(cases);
    }

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be read, or is no JSON
     * @throws NoCasesException if it is JSON without a list of cases
     */
    public static CaseFile read(Path path) throws IOException, NoCasesException {
        if (Files.isDirectory(path)) {
            throw new NoCasesException();
        }
        JsonNode root;
        try (InputFile file = InputFile.open(path);
                InputStream bytes = file.stream()) {
            root = JSON.readTree(bytes);
        }
        JsonNode list = root.isArray() ? root : root.path("cases");
        if (!list.isArray()) {
            throw new NoCasesException();
        }
        List<JsonNode> cases = new ArrayList<>();
        list.forEach(cases::add);
        return new CaseFile(path, cases);
    }

    /** What to call the case at this place: its id, or else its number. */
    public String name(int index) {
        return cases.get(index).path("id").asText("#" + (index + 1));
    }

    /** The file is JSON, but holds no list of cases. */
    public static final class NoCasesException extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
