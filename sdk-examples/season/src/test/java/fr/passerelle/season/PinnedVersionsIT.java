package fr.passerelle.season;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The packaged program with other versions of its libraries than those it is built with: what platforms pin wins, as it
 * stands in front on the class path. Each runs the demonstration, which makes every kind of call of the first
 * programme, and a probe of the second one.
 */
class PinnedVersionsIT {

    private static final Path PINNED = Path.of("target", "pinned");
    private static final Path JAR = Path.of("target", "season.jar");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "resilience4j-circuitbreaker-2.1.0 resilience4j-core-2.1.0",
                "resilience4j-circuitbreaker-2.2.0 resilience4j-core-2.2.0",
                "resilience4j-circuitbreaker-2.3.0 resilience4j-core-2.3.0",
                "okhttp-4.12.0",
                "okhttp-4.12.0 okio-jvm-3.6.0",
                "jackson-core-2.15.4 jackson-databind-2.15.4 jackson-annotations-2.15.4 jackson-datatype-jsr310-2.15.4",
                "slf4j-api-2.0.0",
                "resilience4j-circuitbreaker-2.1.0 resilience4j-core-2.1.0 okhttp-4.12.0 okio-jvm-3.6.0 jackson-core-2.15.4"
                        + " jackson-databind-2.15.4 jackson-annotations-2.15.4 jackson-datatype-jsr310-2.15.4"
                        + " slf4j-api-2.0.0"
            })
    void worksWith(String pinned) throws IOException, InterruptedException {
        List<Path> inFront = jars(pinned);

        assertDemonstrates(Stream.concat(inFront.stream(), Stream.of(JAR)));
        assertPlaysTheSecond(Stream.concat(inFront.stream(), Stream.of(JAR)));
    }

    @ParameterizedTest
    @ValueSource(strings = "okhttp-4.12.0")
    void worksWithAnotherOneBehind(String pinned) throws IOException, InterruptedException {
        assertDemonstrates(Stream.of(JAR, PINNED.resolve(pinned + ".jar")));
        assertPlaysTheSecond(Stream.of(JAR, PINNED.resolve(pinned + ".jar")));
    }

    /** The jars in front, and what is said of the one that is too old. */
    @ParameterizedTest
    @CsvSource({
        "okhttp-4.9.3, OkHttp 4.9.3, okhttp-4.9.3.jar, 4.12",
        "okhttp-3.14.9, OkHttp 3.14.9, okhttp-3.14.9.jar, 4.12",
        "okio-jvm-3.2.0, Okio 3.2.0, okio-jvm-3.2.0.jar, 3.6",
        "resilience4j-circuitbreaker-1.7.1 resilience4j-core-1.7.1, Resilience4j 1.7.1, resilience4j-circuitbreaker-1.7.1.jar,"
                + " 2.1",
        "slf4j-api-1.7.36, SLF4J 1.7.36, slf4j-api-1.7.36.jar, 2.0",
        "jackson-core-2.14.3 jackson-databind-2.14.3 jackson-annotations-2.14.3 jackson-datatype-jsr310-2.14.3,"
                + " Jackson 2.14.3, jackson-core-2.14.3.jar, 2.15",
        "jackson-databind-2.14.3, Jackson 2.14.3, jackson-databind-2.14.3.jar, 2.15",
    })
    void refusesWhatIsTooOld(String pinned, String found, String where, String needed)
            throws IOException, InterruptedException {
        Run run = run(
                Stream.concat(jars(pinned).stream(), Stream.of(JAR, Path.of("target", "test-classes"))),
                ClientProbe.class.getName());

        assertThat(run.output().strip())
                .startsWith("LibraryVersionException: " + found + " is on the class path (file:")
                .endsWith(where + "), but Passerelle needs " + needed + " or newer")
                .doesNotContain("\tat ", "\n");
        assertThat(run.exit()).isEqualTo(1);
    }

    /** The same library without a version in its jar's name: the constant that it has for it tells. */
    @ParameterizedTest
    @CsvSource({"okhttp-4.9.3, OkHttp 4.9.3", "jackson-core-2.14.3, Jackson 2.14.3"})
    void refusesWhatIsTooOldWhateverItsJarIsCalled(String pinned, String found)
            throws IOException, InterruptedException {
        Path renamed = Files.copy(
                PINNED.resolve(pinned + ".jar"), PINNED.resolve("renamed.jar"), StandardCopyOption.REPLACE_EXISTING);

        Run run = run(Stream.of(renamed, JAR, Path.of("target", "test-classes")), ClientProbe.class.getName());

        assertThat(run.output()).startsWith("LibraryVersionException: " + found + " is on the class path (file:");
    }

    @Test
    void aClientIsBuiltWithWhatComesWithIt() throws IOException, InterruptedException {
        Run run = run(Stream.of(JAR, Path.of("target", "test-classes")), ClientProbe.class.getName());

        assertThat(run.output()).startsWith("built");
        assertThat(run.exit()).isZero();
    }

    private static void assertDemonstrates(Stream<Path> classPath) throws IOException, InterruptedException {
        Run run = run(classPath, "fr.passerelle.season.Main", "demo", "--lang", "en");

        assertThat(run.exit()).as(run.output()).isZero();
    }

    private static void assertPlaysTheSecond(Stream<Path> classPath) throws IOException, InterruptedException {
        Run run = run(
                Stream.concat(classPath, Stream.of(Path.of("target", "test-classes"))),
                InvitationsProbe.class.getName());

        assertThat(run.output().lines())
                .containsExactly(
                        "put: 3 places until 2026-11-20T19:00:00Z",
                        "refused: capacity-held for 7 minutes",
                        "pages: [1, 2]",
                        "webhook: CONFIRMED");
        assertThat(run.exit()).isZero();
    }

    private static List<Path> jars(String pinned) {
        return Stream.of(pinned.split(" "))
                .map(name -> PINNED.resolve(name + ".jar"))
                .toList();
    }

    /** What a program printed, and how it ended. */
    private record Run(String output, int exit) {}

    private static Run run(Stream<Path> classPath, String... program) throws IOException, InterruptedException {
        String path = classPath.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        String java = ProcessHandle.current().info().command().orElse("java");
        List<String> command =
                Stream.concat(Stream.of(java, "-cp", path), Stream.of(program)).toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (InputStream output = process.getInputStream()) {
            String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            return new Run(text, process.waitFor());
        }
    }
}
