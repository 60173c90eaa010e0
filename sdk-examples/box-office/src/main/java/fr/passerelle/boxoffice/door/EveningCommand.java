package fr.passerelle.boxoffice.door;

import fr.passerelle.commandline.ExitCode;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.commandline.Version;
import fr.passerelle.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code box-office evening}: an evening at the door whose network fails at 20:02. */
@Command(name = "evening", mixinStandardHelpOptions = true, versionProvider = Version.class)
public final class EveningCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    /** Plays in the language of its surroundings. */
    public EveningCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        Path journal = Files.createTempFile("evening", ".door");
        try (Sandbox sandbox = Sandbox.start()) {
            new Evening(sandbox, journal, surroundings.console(), surroundings.texts()).play();
        } finally {
            Files.deleteIfExists(journal);
        }
        return ExitCode.OK;
    }
}
