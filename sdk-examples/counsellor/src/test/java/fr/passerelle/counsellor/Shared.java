package fr.passerelle.counsellor;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;

/** Reference data that may stand beside the repository; a clone of the project alone does not have it. */
public final class Shared {

    private Shared() {}

    /** A file of the {@code shared} folder; the test is skipped where there is none. */
    public static Path file(String name) {
        Path path = folder().resolve(name);
        assumeThat(path).as("skipped: %s is not beside this clone", name).matches(Files::isReadable);
        return path;
    }

    private static Path folder() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("shared/contract"))) {
                return at.resolve("shared");
            }
        }
        return Path.of("shared");
    }
}
