package fr.passerelle.drift;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.passerelle.commandline.file.FileProblemException;
import fr.passerelle.commandline.file.InputFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Reads an OpenAPI 3 file written in JSON. */
final class ContractReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private ContractReader() {}

    /**
     * Reads a file.
     *
     * @throws UnreadableContractException if it cannot be compared; the message names the file
     */
    static Contract read(Path file) {
        try {
            return read(json(file));
        } catch (UnreadableContractException unreadable) {
            throw unreadable.in(file);
        } catch (StackOverflowError bottomless) {
            // The depth of schemas that refer to each other is known only by going there.
            throw new UnreadableContractException("file.deep", file);
        }
    }

    /** Reads a document. */
    static Contract read(JsonNode document) {
        String version = document.path("openapi").asText("");
        if (!version.startsWith("3.")) {
            throw new UnreadableContractException("file.openapi");
        }
        if (!document.path("paths").isObject()) {
            throw new UnreadableContractException("file.paths");
        }
        return Contract.of(new OperationReader(new References(document)).all(document.path("paths")));
    }

    private static JsonNode json(Path file) {
        try (InputFile input = InputFile.open(file);
                InputStream document = input.stream()) {
            return JSON.readTree(document);
        } catch (FileProblemException wrong) {
            boolean missing = wrong.problem() == FileProblemException.Problem.MISSING
                    || wrong.problem() == FileProblemException.Problem.IS_FOLDER;
            throw new UnreadableContractException(missing ? "file.missing" : "file.unreadable");
        } catch (JsonProcessingException malformed) {
            int line = malformed.getLocation() == null
                    ? 1
                    : malformed.getLocation().getLineNr();
            throw new UnreadableContractException("file.json", line);
        } catch (IOException unreadable) {
            throw new UnreadableContractException("file.unreadable");
        }
    }
}
