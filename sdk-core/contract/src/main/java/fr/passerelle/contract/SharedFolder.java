package fr.passerelle.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder {@code shared} that may stand beside the repository. A clone of the project alone does not have it: what
 * lies there only adds to the checks. This is the one place that looks for it.
 */
public final class SharedFolder {

    private SharedFolder() {}

    /** A file of the folder; empty where there is none. */
    public static Optional<Path> find(String file) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path found = at.resolve("shared").resolve(file);
            if (Files.isReadable(found)) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** A file of the folder; the calling test is skipped, with a message, where there is none. */
    public static Path need(String file) {
        Optional<Path> found = find(file);
        assumeTrue(found.isPresent(), "no shared/" + file + " beside the repository");
        return found.orElseThrow();
    }
}
