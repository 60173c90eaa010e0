package fr.passerelle.season;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The packaged program with other versions of its libraries than those it is built with: what platforms pin wins, as it
 * stands in front on the class path. Each runs the demonstration, which makes every kind of call.
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
        Stream<Path> inFront = Stream.of(pinned.split(" ")).map(name -> PINNED.resolve(name + ".jar"));

        assertDemonstrates(Stream.concat(inFront, Stream.of(JAR)));
    }

    @ParameterizedTest
    @ValueSource(strings = "okhttp-4.12.0")
    void worksWithAnotherOneBehind(String pinned) throws IOException, InterruptedException {
        assertDemonstrates(Stream.of(JAR, PINNED.resolve(pinned + ".jar")));
    }

    private static void assertDemonstrates(Stream<Path> classPath) throws IOException, InterruptedException {
        String path = classPath.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        String java = ProcessHandle.current().info().command().orElse("java");
        Process process = new ProcessBuilder(
                        List.of(java, "-cp", path, "fr.passerelle.season.Main", "demo", "--lang", "en"))
                .redirectErrorStream(true)
                .start();
        try (InputStream output = process.getInputStream()) {
            String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);

            assertThat(process.waitFor()).as(text).isZero();
        }
    }
}
