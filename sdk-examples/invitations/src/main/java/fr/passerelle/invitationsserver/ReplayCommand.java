package fr.passerelle.invitationsserver;

import fr.passerelle.commandline.ExitCode;
import fr.passerelle.commandline.FailedException;
import fr.passerelle.commandline.Programme;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.commandline.Version;
import fr.passerelle.commandline.file.FileProblemException;
import fr.passerelle.commandline.file.InputFile;
import fr.passerelle.invitationsserver.programme.PublishedDraw;
import fr.passerelle.invitationsserver.web.ProblemException;
import fr.passerelle.model.invitation.Problem;
import fr.passerelle.model.invitation.draw.DrawResult;
import fr.passerelle.model.rule.RuleViolationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
        DrawResult result = drawn(text(file));
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

    private DrawResult drawn(String published) {
        try {
            return PublishedDraw.read(published).replay();
        } catch (ProblemException unfit) {
            throw notPublished(why(unfit.problem()));
        } catch (RuleViolationException | IllegalArgumentException unfit) {
            throw notPublished(String.valueOf(unfit.getMessage()));
        }
    }

    private static String why(Problem problem) {
        String fields = problem.violations().stream()
                .map(violation -> violation.path() + " " + violation.code())
                .collect(Collectors.joining(", "));
        return fields.isEmpty() ? Objects.requireNonNullElse(problem.detail(), problem.code()) : fields;
    }

    private FailedException notPublished(String why) {
        return FailedException.unusable(surroundings.texts().of("replay.unfit", file, why));
    }

    private String text(Path path) {
        try (InputFile input = InputFile.open(path);
                InputStream bytes = input.stream()) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (FileProblemException wrong) {
            throw FailedException.unusable(Programme.told(wrong, surroundings.texts()));
        } catch (IOException unreadable) {
            throw FailedException.unusable(surroundings.texts().of("file.unreadable", path));
        }
    }
}
