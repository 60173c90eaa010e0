package fr.passerelle.sandbox;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The contract files that may stand beside the repository. */
public final class SharedFiles {

    private SharedFiles() {}

    /** A file of the contract; the calling test is skipped when it is not there. */
    public static Path contract(String name) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve("shared").resolve("contract").resolve(name);
            if (Files.exists(file)) {
                return file;
            }
        }
        assumeTrue(false, "no shared/contract/" + name + " beside the repository");
        throw new AssertionError();
    }
}
