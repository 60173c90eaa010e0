package fr.passerelle.internal.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileClaimTest {

    @TempDir
    Path folder;

    @Test
    void aFileIsClaimedOnceByWhicheverPath() throws IOException {
        Path file = folder.resolve("file");
        try (FileClaim claim = FileClaim.of(file).orElseThrow()) {
            Files.createFile(file);
            Path link = Files.createSymbolicLink(folder.resolve("link"), file);

            assertThat(claim).isNotNull();
            assertThat(FileClaim.of(file)).isEmpty();
            assertThat(FileClaim.of(folder.resolve("./file"))).isEmpty();
            assertThat(FileClaim.of(link)).isEmpty();
        }
        assertThat(FileClaim.of(file)).isPresent();
    }

    @Test
    void whoLetsGoTwiceTakesItFromNobody() throws IOException {
        FileClaim first = FileClaim.of(folder.resolve("file")).orElseThrow();
        first.close();
        try (FileClaim second = FileClaim.of(folder.resolve("file")).orElseThrow()) {
            first.close();

            assertThat(second).isNotNull();
            assertThat(FileClaim.of(folder.resolve("file"))).isEmpty();
        }
    }
}
