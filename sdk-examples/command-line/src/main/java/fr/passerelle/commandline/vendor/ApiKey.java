package fr.passerelle.commandline.vendor;

import fr.passerelle.commandline.FailedException;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.commandline.file.InputFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the API key comes from: a file or the environment, never the command line, which every process can read. */
public final class ApiKey {

    /** The variable of the environment. */
    public static final String VARIABLE = "PASSCULTURE_API_KEY";

    /** Far more than any key: the wrong file is not read to its end. */
    private static final int MOST_BYTES = 4096;

    private final Surroundings surroundings;

    /** Looks around. */
    public ApiKey(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * The key, if there is one.
     *
     * @param file where it stands; null to look into the environment
     * @throws FailedException if the file cannot be read
     */
    public Optional<String> read(@Nullable Path file) {
        if (file == null) {
            return Optional.ofNullable(surroundings.environment().get(VARIABLE))
                    .map(String::strip)
                    .filter(key -> !key.isEmpty());
        }
        try (InputFile input = InputFile.open(file);
                InputStream bytes = input.stream()) {
            String key = new String(bytes.readNBytes(MOST_BYTES), StandardCharsets.UTF_8).strip();
            if (key.isEmpty()) {
                throw new FailedException(surroundings.texts().of("key.empty-file", file));
            }
            return Optional.of(key);
        } catch (IOException unreadable) {
            throw new FailedException(surroundings.texts().of("key.unreadable-file", file));
        }
    }
}
