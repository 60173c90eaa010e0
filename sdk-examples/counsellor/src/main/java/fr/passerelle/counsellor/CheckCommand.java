package fr.passerelle.counsellor;

import com.fasterxml.jackson.core.JsonProcessingException;
import fr.passerelle.commandline.ExitCode;
import fr.passerelle.commandline.FailedException;
import fr.passerelle.commandline.Printable;
import fr.passerelle.commandline.Programme;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.commandline.Texts;
import fr.passerelle.commandline.Version;
import fr.passerelle.commandline.file.FileProblemException;
import fr.passerelle.counsellor.cases.CaseFile;
import fr.passerelle.counsellor.cases.VectorRunner;
import fr.passerelle.counsellor.text.FileProblem;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code counsellor check}: holds the engine against tables of cases. */
@Command(name = "check", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class CheckCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "check.files")
    private List<Path> files = List.of();

    CheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        // All files are read before the first case is tried: an unusable one must not hide behind a count.
        List<CaseFile> readable = new ArrayList<>();
        files.forEach(path -> readable.add(read(path)));
        PrintStream out = surroundings.out();
        int passed = 0;
        int failed = 0;
        for (CaseFile file : readable) {
            for (int i = 0; i < file.cases().size(); i++) {
                List<String> differences = VectorRunner.differences(file.cases().get(i));
                for (String difference : differences) {
                    String line = file.path().getFileName() + ": " + file.name(i) + ": " + difference;
                    out.println(Printable.line(line));
                }
                if (differences.isEmpty()) {
                    passed++;
                } else {
                    failed++;
                }
            }
        }
        // The same in every language: programmes read it.
        out.println(passed + " passed, " + failed + " failed");
        return failed == 0 ? ExitCode.OK : ExitCode.FAILURE;
    }

    private CaseFile read(Path path) {
        Texts texts = surroundings.texts();
        try {
            return CaseFile.read(path);
        } catch (CaseFile.NoCasesException noList) {
            throw FailedException.unusable(texts.of("check.no-cases", path));
        } catch (JsonProcessingException noJson) {
            long line = noJson.getLocation() == null ? 1 : noJson.getLocation().getLineNr();
            throw FailedException.unusable(texts.of("check.no-json", path, line));
        } catch (FileProblemException wrong) {
            throw FailedException.unusable(Programme.told(wrong, texts));
        } catch (IOException unreadable) {
            throw FailedException.unusable(FileProblem.told(unreadable, texts));
        }
    }
}
