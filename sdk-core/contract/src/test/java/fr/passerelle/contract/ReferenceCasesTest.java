package fr.passerelle.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReferenceCasesTest {

    @ParameterizedTest
    @CsvSource({"SIGNATURES, 7", "CREDIT, 93", "BOOKINGS, 71", "HTTP, 710"})
    void areInEveryClone(ReferenceCases cases, int count) throws IOException {
        JsonNode document = cases.read();

        assertThat(document.isArray() ? document : document.path("cases")).hasSize(count);
    }

    @ParameterizedTest
    @EnumSource
    void areCopiedForProgramsThatTakeAPath(ReferenceCases cases, @TempDir Path folder) throws IOException {
        assertThat(cases.copyTo(folder)).hasFileName(cases.file()).hasBinaryContent(cases.bytes());
    }

    /** Where the originals are at hand; elsewhere there is nothing to compare with. */
    @ParameterizedTest
    @EnumSource
    void areTheOriginals(ReferenceCases cases) throws IOException {
        Optional<Path> original = SharedFolder.find("contract/" + cases.file());
        if (original.isPresent()) {
            assertThat(cases.bytes()).isEqualTo(Files.readAllBytes(original.get()));
        }
    }
}
