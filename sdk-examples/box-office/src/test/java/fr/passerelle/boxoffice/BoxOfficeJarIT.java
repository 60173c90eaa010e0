package fr.passerelle.boxoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The packaged {@code box-office.jar} as a newcomer runs it. */
@Timeout(120)
class BoxOfficeJarIT {

    @Test
    void theDemonstrationRunsToItsCount() throws Exception {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-jar",
                        Path.of("target", "box-office.jar").toString(),
                        "demo",
                        "--lang=en")
                .redirectErrorStream(true)
                .start();
        try (InputStream output = process.getInputStream()) {
            assertThat(new String(output.readAllBytes(), StandardCharsets.UTF_8))
                    .containsPattern("unknown after the run +0\n")
                    .doesNotContain("Exception", "\tat ");
        }
        assertThat(process.waitFor()).isZero();
    }
}
