package fr.passerelle.commandline.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.commandline.file.FileProblemException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class FilesTest {

    @TempDir
    private Path folder = Path.of("");

    private static void write(Path path, String text, Path... inputs) throws IOException {
        try (OutputFile file = OutputFile.begin(path, false, List.of(inputs))) {
            file.writer().write(text);
            file.finish();
        }
    }

    private void assertProblem(Problem problem, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .asInstanceOf(InstanceOfAssertFactories.type(FileProblemException.class))
                .extracting(FileProblemException::problem)
                .isEqualTo(problem);
    }

    @Test
    void refusesAnInputByAnyPath() throws IOException {
        Path input = Files.writeString(folder.resolve("in.csv"), "a");
        Path symbolic = Files.createSymbolicLink(folder.resolve("symbolic.csv"), Path.of("in.csv"));
        Path hard = Files.createLink(folder.resolve("hard.csv"), input);
        Path winding = folder.resolve("x/../in.csv");
        Files.createDirectory(folder.resolve("x"));
        for (Path path : List.of(input, symbolic, hard, winding)) {
            assertProblem(Problem.IS_INPUT, () -> write(path, "b", input));
        }
        assertProblem(Problem.IS_INPUT, () -> write(input, "b", symbolic));
        assertThat(input).hasContent("a");
    }

    @Test
    void keepsALinkAndReplacesTheFileBehindIt() throws IOException {
        Path file = Files.writeString(folder.resolve("file.csv"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), Path.of("file.csv"));
        Path dangling = Files.createSymbolicLink(folder.resolve("dangling.csv"), Path.of("new.csv"));
        write(link, "new");
        write(dangling, "new");

        assertThat(link).isSymbolicLink().hasContent("new");
        assertThat(file).hasContent("new");
        assertThat(dangling).isSymbolicLink();
        assertThat(folder.resolve("new.csv")).hasContent("new");
    }

    @Test
    void keepsPermissions() throws IOException {
        Path file = Files.writeString(folder.resolve("file.csv"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        write(file, "new");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
    }

    @Test
    void leavesTheOldFileWhenItIsNotFinished() throws IOException {
        Path file = Files.writeString(folder.resolve("file.csv"), "old");
        try (OutputFile output = OutputFile.begin(file, true, List.of())) {
            output.writer().write("new");
        }
        assertThat(file).hasContent("old");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void saysThatADeviceIsFull() {
        assertProblem(Problem.UNWRITABLE, () -> write(Path.of("/dev/full"), "text"));
        assertThat(Path.of("/dev/full"))
                .satisfies(device -> assertThat(Files.isRegularFile(device)).isFalse());
    }

    @Test
    void aDiskThatIsFullWhileMuchIsWrittenIsToldInTheSameWords() {
        assertProblem(Problem.UNWRITABLE, () -> {
            try (OutputFile output = OutputFile.begin(Path.of("/dev/full"), false, List.of())) {
                output.writer().write("x".repeat(100_000));
            }
        });
    }

    @Test
    void aThreadThatIsInterruptedWritesItsReportToTheEnd() throws IOException {
        Path file = folder.resolve("report.csv");
        try (OutputFile output = OutputFile.begin(file, false, List.of())) {
            Thread.currentThread().interrupt();
            output.writer().write("x".repeat(100_000));
            output.finish();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(file).hasSize(100_000);
    }

    @Test
    void writesIntoADeviceAndLeavesIt() throws IOException {
        write(Path.of("/dev/null"), "text");
        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    }

    @Test
    void refusesADeviceWithoutEnd() {
        assertProblem(Problem.TOO_LARGE, () -> InputFile.open(Path.of("/dev/zero")));
    }

    @Test
    void namesWhatIsMissing() {
        assertProblem(Problem.MISSING, () -> InputFile.open(folder.resolve("none")));
        assertProblem(Problem.IS_FOLDER, () -> InputFile.open(folder));
        assertProblem(Problem.NO_FOLDER, () -> write(folder.resolve("none/file"), ""));
        assertProblem(Problem.IS_FOLDER, () -> write(folder, ""));
    }

    @Test
    void readsADeviceAsOftenAsItTakes() throws IOException {
        try (InputFile nothing = InputFile.open(Path.of("/dev/null"))) {
            assertThat(nothing.stream().readAllBytes()).isEmpty();
            assertThat(nothing.stream().readAllBytes()).isEmpty();
            assertThat(nothing.isRegular()).isFalse();
        }
    }
}
