package fr.passerelle;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Comments say where a rule is written: "partner-api 7.2", "rulebook 3.1 and 3.4", "partner-api operations 7 to 8b",
 * "rulebook 6, row 16". Whoever follows one finds an anchor in {@code docs/}.
 */
class CitationsTest {
    private static final Path ROOT = Path.of("..");
    private static final Path DOCS = ROOT.resolve("docs");
    private static final List<Path> FRONT_PAGES = Stream.of(
                    "README.md", "CONTRIBUTING.md", "SECURITY.md", "RELEASING.md")
            .map(ROOT::resolve)
            .toList();
    private static final List<Path> SOURCES =
            List.of(Path.of("..", "sdk-model", "src", "main", "java"), Path.of("src", "main", "java"));

    /** The end of a line and the star or slashes that continue the comment: a citation may run over it. */
    private static final Pattern LINE_END = Pattern.compile("\\s*\\R\\s*(?:\\*(?!/)|//)?\\s*");

    private static final String PLACE = "(?:(?:sections?|operations?|row|no\\.) )?\\d+[a-z]?(?:\\.\\d+)?\\b";
    private static final Pattern CITATION = Pattern.compile(
            "\\b(reference|partner-api|rule ?book|sibil|changes-2026|invitations-draw|invitations),? (" + PLACE
                    + "(?:(?:, | and |, and | to |–)" + PLACE + ")*)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PART =
            Pattern.compile("(?:(section|operation|row|no\\.)s? )?(\\d+[a-z]?(?:\\.\\d+)?)");

    private static final Pattern ANCHOR = Pattern.compile("<a id=\"([^\"]+)\"></a>");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]*)(?:#([^)\\s]+))?\\)");

    @Test
    void everyCitationInTheSourcesHasItsAnchorInTheDocs() {
        Set<String> anchors = anchors();
        List<String> cited = new ArrayList<>();
        List<String> dangling = new ArrayList<>();
        for (Path source : files(SOURCES, ".java")) {
            for (String target : citations(read(source))) {
                cited.add(target);
                if (!anchors.contains(target)) {
                    dangling.add(source.getFileName() + " cites " + target);
                }
            }
        }
        assertThat(cited).as("citations that were found").hasSizeGreaterThan(100);
        assertThat(dangling).as("citations without an anchor in docs/").isEmpty();
    }

    @Test
    void everyLinkLeadsToAFileAndAnAnchor() {
        List<Path> pages = new ArrayList<>(FRONT_PAGES);
        pages.addAll(files(List.of(DOCS), ".md"));
        List<String> dangling = new ArrayList<>();
        for (Path page : pages) {
            LINK.matcher(read(page))
                    .results()
                    .filter(link -> !isFound(page, link))
                    .forEach(link -> dangling.add(page + ": " + link.group()));
        }
        assertThat(dangling).as("links that lead nowhere").isEmpty();
    }

    @Test
    void everyAnchorIsThereOnce() {
        for (Path page : files(List.of(DOCS), ".md")) {
            assertThat(ANCHOR.matcher(read(page)).results().map(anchor -> anchor.group(1)))
                    .as(page.toString())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void aCitationNamesSectionsOperationsAndRows() {
        assertThat(citations("(reference 7.2)")).containsExactly("partner-api.md#7-2");
        assertThat(citations("the rows of partner-api 9.4 and 9.5."))
                .containsExactly("partner-api.md#9-4", "partner-api.md#9-5");
        assertThat(citations("(partner-api operations 7,\n * 8a and 8b)"))
                .containsExactly(
                        "partner-api.md#operation-7", "partner-api.md#operation-8a", "partner-api.md#operation-8b");
        assertThat(citations("(partner-api 8.1 and operation 41)"))
                .containsExactly("partner-api.md#8-1", "partner-api.md#operation-41");
        assertThat(citations("(partner-api operation 32 and 6.6)"))
                .containsExactly("partner-api.md#operation-32", "partner-api.md#6-6");
        assertThat(citations("(rule book\n     * 1.6 and 6, row 23)"))
                .containsExactly("rulebook.md#1-6", "rulebook.md#6", "rulebook.md#6-23");
        assertThat(citations("(invitations 3 and 4, invitations-draw 2)"))
                .containsExactly("invitations.md#3", "invitations.md#4", "invitations-draw.md#2");
    }

    /** The page and anchor of each place that a source cites. */
    private static Set<String> citations(String source) {
        Set<String> targets = new LinkedHashSet<>();
        CITATION.matcher(LINE_END.matcher(source).replaceAll(" ")).results().forEach(citation -> {
            String page = page(citation.group(1));
            String kind = "section";
            String section = "";
            for (MatchResult part : PART.matcher(citation.group(2)).results().toList()) {
                String number = part.group(2).replace('.', '-');
                kind = part.group(1) != null ? part.group(1) : kind;
                if (number.contains("-") || kind.equals("section")) {
                    section = number;
                    targets.add(page + "#" + section);
                } else {
                    targets.add(page + "#" + (kind.equals("operation") ? "operation" : section) + "-" + number);
                }
            }
        });
        return targets;
    }

    private static String page(String cited) {
        return switch (cited.toLowerCase(Locale.ROOT)) {
            case "reference", "partner-api" -> "partner-api.md";
            case "rule book", "rulebook" -> "rulebook.md";
            case "sibil" -> "sibil.md";
            case "invitations" -> "invitations.md";
            case "invitations-draw" -> "invitations-draw.md";
            default -> "changes-2026.md";
        };
    }

    private static boolean isFound(Path page, MatchResult link) {
        String target = link.group(1);
        if (target.contains("://")) {
            return true; // not followed: tests use no network
        }
        Path file = target.isEmpty() ? page : page.resolveSibling(target);
        return Files.exists(file) && (link.group(2) == null || isOn(file, link.group(2)));
    }

    /** An anchor that is written, or the one that a heading gets by itself. */
    private static boolean isOn(Path page, String anchor) {
        String text = read(page);
        return Stream.concat(
                        ANCHOR.matcher(text).results().map(written -> written.group(1)),
                        HEADING.matcher(text).results().map(heading -> ownAnchor(heading.group(1))))
                .anyMatch(anchor::equals);
    }

    private static String ownAnchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} -]", "")
                .replace(' ', '-');
    }

    private static Set<String> anchors() {
        return files(List.of(DOCS), ".md").stream()
                .flatMap(page ->
                        ANCHOR.matcher(read(page)).results().map(anchor -> page.getFileName() + "#" + anchor.group(1)))
                .collect(toSet());
    }

    private static List<Path> files(List<Path> roots, String suffix) {
        List<Path> files = new ArrayList<>();
        for (Path root : roots) {
            try (Stream<Path> found = Files.walk(root)) {
                found.filter(file -> file.toString().endsWith(suffix)).sorted().forEach(files::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
