package fr.passerelle.invitationsserver;

import fr.passerelle.commandline.ExitCode;
import fr.passerelle.commandline.FailedException;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.commandline.Version;
import fr.passerelle.invitationsserver.programme.PublishedDraw;
import fr.passerelle.model.invitation.draw.DrawResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code invitations replay call.json}: makes a draw again from what was published, byte for byte. */
@Command(name = "replay", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class ReplayCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "call.json", descriptionKey = "replay.file")
    private Path file = Path.of("");

    @Option(names = "--log", paramLabel = "FILE", descriptionKey = "replay.log")
    private Path log = Path.of("");

    ReplayCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        DrawResult result = PublishedDraw.read(text(file)).replay();
        if (log.toString().isEmpty()) {
            surroundings.out().print(result.log());
            surroundings.out().flush();
            return ExitCode.OK;
        }
        int line = result.firstDifference(text(log));
        if (line == 0) {
            surroundings
                    .console()
                    .line(surroundings
                            .texts()
                            .of("replay.same", result.log().lines().count()));
            return ExitCode.OK;
        }
        throw new FailedException(surroundings.texts().of("replay.other", line));
    }

    private String text(Path path) {
        try {
            return Files.readString(path, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw FailedException.unusable(surroundings.texts().of("file.unreadable", path));
        }
    }
}
