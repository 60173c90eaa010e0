package fr.passerelle.season.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The Java that README.md and the pages in docs/ show is what stands in this package between {@code // snippet: x} and
 * {@code // end}: it compiles, it runs, and here the texts are compared.
 */
class PagesTest {

    private static final Path ROOT = root();
    private static final Path SOURCES = ROOT.resolve("sdk-examples/season/src/test/java/fr/passerelle/season/readme");

    private static final Pattern BLOCK =
            Pattern.compile("(?ms)(?:^<!-- snippet: ([a-z-]+) -->\\n)?^```java\\n(.*?)^```$");
    private static final Pattern SOURCE = Pattern.compile("(?ms)^ *// snippet: ([a-z-]+)\\n(.*?)^ *// end$");
    private static final Pattern VERSION = Pattern.compile(
            "<groupId>fr\\.passerelle</groupId>\\s*<artifactId>[^<]+</artifactId>\\s*<version>([^<]+)<");

    @Test
    void everyBlockOfJavaOnAPageIsCompiledHere() {
        Map<String, String> snippets = snippets();
        List<String> shown = new ArrayList<>();
        for (Path page : pages()) {
            for (MatchResult block : BLOCK.matcher(read(page)).results().toList()) {
                String name = block.group(1);
                assertThat(name)
                        .as("the name above this block of %s: %s", page.getFileName(), block.group(2))
                        .isNotNull();
                assertThat(block.group(2).stripTrailing())
                        .as("%s in %s", name, page.getFileName())
                        .isEqualTo(snippets.get(name));
                shown.add(name);
            }
        }
        assertThat(shown).as("snippets on the pages").containsExactlyInAnyOrderElementsOf(snippets.keySet());
    }

    @Test
    void everyVersionOnAPageIsTheOneOfThePom() {
        String version = version(read(ROOT.resolve("pom.xml")));
        List<String> written = new ArrayList<>();
        for (Path page : pages()) {
            VERSION.matcher(read(page)).results().forEach(found -> written.add(found.group(1)));
        }
        assertThat(written).as("versions on the pages").isNotEmpty().containsOnly(version);
    }

    private static String version(String pom) {
        return VERSION.matcher(pom).results().findFirst().orElseThrow().group(1);
    }

    private static Map<String, String> snippets() {
        Map<String, String> snippets = new HashMap<>();
        for (Path source : list(SOURCES, ".java")) {
            SOURCE.matcher(read(source))
                    .results()
                    .forEach(snippet -> assertThat(snippets.put(
                                    snippet.group(1),
                                    snippet.group(2).stripTrailing().stripIndent()))
                            .as("a second snippet with the name %s", snippet.group(1))
                            .isNull());
        }
        return snippets;
    }

    private static List<Path> pages() {
        List<Path> pages = new ArrayList<>(list(ROOT.resolve("docs"), ".md"));
        pages.add(ROOT.resolve("README.md"));
        return pages;
    }

    private static List<Path> list(Path folder, String suffix) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("LICENSE"))) {
                return at;
            }
        }
        throw new IllegalStateException("no folder above holds the LICENSE");
    }
}
