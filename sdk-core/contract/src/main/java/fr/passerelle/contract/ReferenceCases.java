package fr.passerelle.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the programme really does, case by case. Written for this project, so every clone has them. */
public enum ReferenceCases {

    /** Messages to a vendor with their keys and signatures: a list. */
    SIGNATURES("signature-vectors.json"),

    /** Who is entitled to which credit: an object with {@code meta} and {@code cases}. */
    CREDIT("credit-vectors.json"),

    /** What one booking may be: an object with {@code meta} and {@code cases}. */
    BOOKINGS("booking-vectors.json"),

    /** Requests and the responses of the partner API in February 2026: a list. */
    HTTP("http-cases.json"),

    /** The same for what the programme changed until autumn 2026: a list. */
    HTTP_2026("http-cases-2026.json"),

    /** The ids of the cases of February that no longer hold in autumn 2026, one a line: a text. */
    HTTP_RETIRED("http-cases-retired.txt"),

    /** What the real server says of single values, see {@link ServerVerdict}: a text. */
    VERDICTS("server-verdicts.txt");

    private final String file;

    ReferenceCases(String file) {
        this.file = file;
    }

    /** The name of the file. */
    public String file() {
        return file;
    }

    /** The file, byte by byte. */
    public byte[] bytes() throws IOException {
        try (InputStream in = ReferenceCases.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new FileNotFoundException(file);
            }
            return in.readAllBytes();
        }
    }

    /** The document in the file. */
    public JsonNode read() throws IOException {
        return new ObjectMapper().readTree(bytes());
    }

    /** The lines of a text, blank ones aside. */
    public List<String> lines() throws IOException {
        return new String(bytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** A copy of the file in this folder, for programs that are given a path. */
    public Path copyTo(Path folder) throws IOException {
        return Files.write(folder.resolve(file), bytes());
    }
}
