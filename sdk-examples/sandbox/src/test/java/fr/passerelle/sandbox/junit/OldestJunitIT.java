package fr.passerelle.sandbox.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The extension is compiled for JUnit 6; its own test passes on the oldest JUnit 5 that it is promised to work with.
 */
@Timeout(120)
class OldestJunitIT {

    @Test
    void runsTheExtension() throws Exception {
        Path assertj = Path.of(Assertions.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        String classPath =
                String.join(File.pathSeparator, target("sandbox.jar"), target("test-classes"), assertj.toString());
        Process junit = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-jar",
                        target("oldest-junit", "junit-console.jar"),
                        "execute",
                        "--class-path=" + classPath,
                        "--select-class=" + SandboxExtensionTest.class.getName(),
                        "--details=summary",
                        "--disable-ansi-colors"))
                .redirectErrorStream(true)
                .start();
        try (InputStream output = junit.getInputStream()) {
            String told = new String(output.readAllBytes(), StandardCharsets.UTF_8);

            assertThat(junit.waitFor()).as(told).isZero();
            assertThat(told).contains("[         7 tests successful      ]", "[         0 tests failed          ]");
        }
    }

    private static String target(String... names) {
        return Path.of("target", names).toString();
    }
}
