package fr.passerelle.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.catalogue.CatalogueMemory.Confirmed;
import fr.passerelle.catalogue.CatalogueMemory.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A memory in a file is what was written, or nothing. */
class MemoryFileTest {

    private static final Snapshot ONE = new Snapshot(3, Map.of("cid", new Confirmed("a", "b", "")));
    private static final Snapshot OTHER = new Snapshot(0, Map.of("horace", new Confirmed("c", "d", "e")));

    @TempDir
    private Path folder = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void name() {
        file = folder.resolve("memory");
    }

    private CatalogueMemory memory() {
        return CatalogueMemory.file(file);
    }

    @Test
    void nothingIsKnownAtFirst() {
        assertThat(memory().read(7)).isEqualTo(Snapshot.EMPTY);
        assertThat(file).doesNotExist();
    }

    @Test
    void venuesAreKeptApartFromRunToRun() {
        memory().write(7, ONE);
        memory().write(8, OTHER);

        assertThat(memory().read(7)).isEqualTo(ONE);
        assertThat(memory().read(8)).isEqualTo(OTHER);
        assertThat(memory().read(9)).isEqualTo(Snapshot.EMPTY);
    }

    @Test
    void aFileThatIsCutAnywhereIsForgotten() throws IOException {
        memory().write(7, ONE);
        byte[] whole = Files.readAllBytes(file);

        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(memory().read(7)).as("cut after %s bytes", length).isEqualTo(Snapshot.EMPTY);
        }
    }

    @Test
    void aFileOfWhichAnyByteIsAnotherIsForgotten() throws IOException {
        memory().write(7, ONE);
        byte[] whole = Files.readAllBytes(file);

        for (int at = 0; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 1;
            Files.write(file, damaged);
            assertThat(memory().read(7)).as("byte %s", at).isEqualTo(Snapshot.EMPTY);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u0000\u0000\u0000", "passerelle-catalogue 1 damaged", "passerelle-catalogue 2 later"})
    void aDamagedFileIsReplacedByTheNextRun(String damaged) throws IOException {
        Files.writeString(file, damaged);

        memory().write(7, ONE);

        assertThat(memory().read(7)).isEqualTo(ONE);
    }

    @Test
    void aFileOfAnotherKindIsNotReplaced() throws IOException {
        Files.writeString(file, "[{\"uid\": 1}]");

        assertThat(memory().read(7)).isEqualTo(Snapshot.EMPTY);
        assertThatThrownBy(() -> memory().write(7, ONE)).hasMessageContaining("not replaced");
        assertThat(file).hasContent("[{\"uid\": 1}]");
    }

    @Test
    void whatIsNoFileIsNotReplaced() throws IOException {
        Files.createDirectory(file);

        assertThatThrownBy(() -> memory().write(7, ONE)).isInstanceOf(UncheckedIOException.class);
        assertThat(file).isDirectory();
    }

    @Test
    void whoMayReadItStaysAsItWas() throws IOException {
        memory().write(7, ONE);
        Set<PosixFilePermission> shared = PosixFilePermissions.fromString("rw-r-----");
        Files.setPosixFilePermissions(file, shared);

        memory().write(7, OTHER);

        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(shared);
    }

    @Test
    void nothingIsLeftBesideIt() throws IOException {
        memory().write(7, ONE);
        memory().write(7, OTHER);

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path real = folder.resolve("real");
        CatalogueMemory.file(real).write(7, ONE);
        Files.createSymbolicLink(file, real);

        memory().write(7, OTHER);

        assertThat(file).isSymbolicLink();
        assertThat(CatalogueMemory.file(real).read(7)).isEqualTo(OTHER);
    }

    @Test
    void aFolderThatIsMissingIsSaid() {
        assertThatThrownBy(() ->
                        CatalogueMemory.file(folder.resolve("no/such/folder")).write(7, ONE))
                .isInstanceOf(UncheckedIOException.class);
    }
}
