package fr.passerelle.commandline.vendor;

import fr.passerelle.commandline.FailedException;
import fr.passerelle.commandline.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the API key comes from: a file or the environment, never the command line, which every process can read. */
public final class ApiKey {

    /** The variable of the environment. */
    public static final String VARIABLE = "PASSCULTURE_API_KEY";

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
        try {
            String key = Files.readString(file).strip();
            if (key.isEmpty()) {
                throw new FailedException(surroundings.texts().of("key.empty-file", file));
            }
            return Optional.of(key);
        } catch (IOException unreadable) {
            throw new FailedException(surroundings.texts().of("key.unreadable-file", file));
        }
    }
}
