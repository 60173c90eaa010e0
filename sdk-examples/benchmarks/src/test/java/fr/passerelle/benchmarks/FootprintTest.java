package fr.passerelle.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/embedding.md lists every jar that an embedder gets with the SDK, with its size. */
class FootprintTest {

    private static final Path JARS = Path.of("target", "footprint.txt");
    private static final Path PAGE = Path.of("..", "..", "docs", "embedding.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9.-]+)` \\| (\\d+ kB) \\| [^|]+ \\|$");

    @Test
    void thePageNamesEachJarWithItsSizeAndReason() throws IOException {
        List<String> written = ROW.matcher(Files.readString(PAGE))
                .results()
                .map(row -> row.group(1) + " " + row.group(2))
                .toList();

        assertThat(written)
                .containsExactlyInAnyOrderElementsOf(jars().entrySet().stream()
                        .map(jar -> jar.getKey() + " " + Math.round(jar.getValue() / 1000.0) + " kB")
                        .toList());
    }

    @Test
    void thePageCountsThem() throws IOException {
        long bytes = jars().values().stream().mapToLong(Long::longValue).sum();

        assertThat(Files.readString(PAGE))
                .contains(String.format(Locale.ROOT, "%d jars, %.1f MB", jars().size(), bytes / 1e6));
    }

    /** Bytes by artifact. */
    private static Map<String, Long> jars() throws IOException {
        Map<String, Long> jars = new TreeMap<>();
        Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(Files.readString(JARS).strip())
                .map(Path::of)
                .forEach(jar -> jars.put(artifact(jar), size(jar)));
        return jars;
    }

    /** A local repository has artifact/version/artifact-version.jar. */
    private static String artifact(Path jar) {
        return jar.getName(jar.getNameCount() - 3).toString();
    }

    private static long size(Path jar) {
        try {
            return Files.size(jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
