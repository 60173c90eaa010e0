package fr.passerelle.internal.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.error.LibraryVersionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LibraryTest {

    private static final ClassLoader LOADER = LibraryTest.class.getClassLoader();

    @ParameterizedTest
    @EnumSource
    void whatTheBuildHasIsFoundAndNewEnough(Library library) {
        assertThat(library.problem(LOADER)).isNull();
        assertThat(library.found(LOADER)).matches(".* [0-9]+\\.[0-9]+.* \\(file:.*\\.jar\\)");
    }

    @ParameterizedTest
    @CsvSource({
        "OKHTTP, file:/app/lib/okhttp-4.9.3.jar, 4.9.3",
        "OKHTTP, file:/app/lib/okhttp-jvm-5.1.0.jar, 5.1.0",
        "OKHTTP, file:/C:/app/okhttp-5.0.0-alpha.14.jar, 5.0.0-alpha.14",
        "OKIO, jar:nested:/app.jar/!BOOT-INF/lib/okio-jvm-3.6.0.jar!/, 3.6.0",
        "KOTLIN, file:/m2/kotlin-stdlib-1.9.25.jar, 1.9.25",
        "JACKSON_CORE, file:/app/lib/jackson-core-2.15.4.redhat-1.jar, 2.15.4.redhat-1",
        "RESILIENCE4J, file:/app/lib/resilience4j-circuitbreaker-1.7.1.jar, 1.7.1",
    })
    void readsTheVersionInTheNameOfAJar(Library library, String location, String version) {
        assertThat(library.versionIn(location)).isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource({
        "OKHTTP, file:/app/season.jar",
        "OKHTTP, file:/app/okhttp-tls-4.9.3.jar",
        "OKHTTP, file:/okhttp-3.1/app.jar",
        "SLF4J, file:/app/classes/",
    })
    void doesNotGuess(Library library, String location) {
        assertThat(library.versionIn(location)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "OKHTTP, 4.11.0, true",
        "OKHTTP, 4.12.0, false",
        "OKHTTP, 3.14.9, true",
        "OKHTTP, 10.0.0, false",
        "JACKSON_CORE, 2.9.10, true",
        "JACKSON_CORE, 2.15.0, false",
        "SLF4J, 1.7.36, true",
        "SLF4J, 2.0.0-alpha1, false",
        "SLF4J, HEAD, false",
    })
    void comparesNumbers(Library library, String version, boolean tooOld) {
        assertThat(library.isTooOld(version)).isEqualTo(tooOld);
    }

    @Test
    void whatDoesNotFitTogetherIsNamedWithWhatWasFound() {
        LibraryVersionException explained = LibraryVersions.explained(
                new NoSuchMethodError("'okio.ByteString okio.ByteString$Companion.of(byte[])'"), true);

        assertThat(explained)
                .hasMessageStartingWith("libraries on the class path do not fit together (NoSuchMethodError): OkHttp 5")
                .hasMessageContaining("okio-jvm-");
        assertThat(explained.mayHaveBeenProcessed()).isTrue();
    }

    @Test
    void aClassThatTheUsersMissStaysTheirs() {
        NoClassDefFoundError theirs = new NoClassDefFoundError("com/example/Seats");

        assertThatThrownBy(() -> LibraryVersions.explained(theirs, false)).isSameAs(theirs);
        assertThatThrownBy(() -> LibraryVersions.checked(true, () -> {
                    throw theirs;
                }))
                .isSameAs(theirs);
    }

    /** The table on the page is the one that is checked. */
    @ParameterizedTest
    @EnumSource
    void thePageNamesTheFloor(Library library) throws IOException {
        String page = Files.readString(Path.of("../docs/embedding.md"));

        assertThat(page).contains("| " + library.title() + " | " + library.floor());
    }
}
