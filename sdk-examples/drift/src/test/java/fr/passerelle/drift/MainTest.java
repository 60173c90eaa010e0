package fr.passerelle.drift;

import static fr.passerelle.drift.Documents.answering;
import static fr.passerelle.drift.Documents.document;
import static fr.passerelle.drift.Documents.json;
import static fr.passerelle.drift.Documents.taking;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.commandline.Language;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.commandline.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    private static final String BEFORE = taking("{'properties': {'name': {'maxLength': 90}}}");
    private static final String AFTER =
            taking("{'properties': {'name': {'maxLength': 80}, 'mood': {'type': 'string'}}}");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder = Path.of("");

    private int run(String... arguments) {
        List<String> given = List.of(arguments);
        Surroundings surroundings = new Surroundings(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                Texts.in(Language.of(given, Locale.ENGLISH), Main.TEXTS),
                Map.of(),
                Clock.systemUTC());
        return Main.run(surroundings, given);
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private void assertOneLineOfComplaint(String words) {
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .startsWith("Error: ")
                .contains(words);
    }

    @Test
    void saysThatNothingChanged() throws IOException {
        assertThat(run(file("old.json", BEFORE), file("new.json", BEFORE))).isEqualTo(ExitCode.COVERED);
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).containsExactly("No difference.");
    }

    @Test
    void groupsChangesByOperationTheWorstFirst() throws IOException {
        assertThat(run(file("old.json", BEFORE), file("new.json", AFTER))).isEqualTo(ExitCode.NOT_COVERED);
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "POST /public/offers/v1/events",
                        "  ! body.name: limit tightened: maxLength 90 → maxLength 80",
                        "    body.mood: new, optional string",
                        "Changes: 2; breaking: 1; not covered by the SDK: 0.");
    }

    @Test
    void speaksFrench() throws IOException {
        run(file("old.json", BEFORE), file("new.json", AFTER), "--lang", "fr");
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("limite resserrée", "nouveau, facultatif string", "cassants : 1");
    }

    @Test
    void whatIsToleratedIsPrintedAndCovered() throws IOException {
        String before = file("old.json", answering("{'enum': ['A']}"));
        assertThat(run(before, file("new.json", answering("{'enum': ['A', 'B']}"))))
                .isEqualTo(ExitCode.COVERED);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("response: new values: B", "still covers");
    }

    @Test
    void writesJson() throws IOException {
        assertThat(run("--json", file("old.json", BEFORE), file("new.json", AFTER)))
                .isEqualTo(ExitCode.NOT_COVERED);
        assertThat(json(out.toString(StandardCharsets.UTF_8))).isEqualTo(json("""
                {"covered": false, "breaks": 1, "not-covered": 0, "tolerated": 1, "changes": [
                  {"verdict": "breaks", "kind": "limit-tightened", "method": "POST", "path": "/public/offers/v1/events",
                   "place": "body.name", "before": "maxLength 90", "after": "maxLength 80"},
                  {"verdict": "tolerated", "kind": "optional-added", "method": "POST",
                   "path": "/public/offers/v1/events", "place": "body.mood", "after": "string"}]}
                """));
    }

    @Test
    void comparesADocumentWithTheSdk() throws IOException {
        assertThat(run("--sdk", file("new.json", document("'/public/new': {'get': {}}", ""))))
                .isEqualTo(ExitCode.NOT_COVERED);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("GET /public/new\n  ? operation that the SDK does not call")
                .contains("(GetEvents)\n  ! operation removed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "one.json", "--sdk", "--sdk one.json two.json", "a b c", "--colour a b", "--lang de a b"})
    void responsesWrongUsageInOneLine(String arguments) {
        assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1)))
                .isEqualTo(ExitCode.USAGE);
        assertOneLineOfComplaint("drift --help");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "[]",
                "{\"openapi\": \"3.1.0\"",
                "{\"swagger\": \"2.0\"}",
                "{\"openapi\": \"3.1.0\", \"paths\": []}",
                "{\"openapi\": \"3.1.0\", \"paths\": {}} {}",
                "{\"openapi\": \"3.1.0\", \"paths\": {\"/a\": {\"$ref\": \"#/paths/~1a\"}}}",
                "{\"openapi\": \"3.1.0\", \"paths\": {\"/a\": {\"$ref\": \"#/paths/%zz\"}}}",
                "{\"openapi\": \"3.1.0\", \"paths\": {\"/a\": {\"$ref\": \"other.json\"}}}"
            })
    void saysInOneLineWhatIsWrongWithAFile(String content) throws IOException {
        assertThat(run("--sdk", file("broken.json", content))).isEqualTo(ExitCode.USAGE);
        assertOneLineOfComplaint("broken.json ");
    }

    @Test
    void saysThatAFileIsMissing() {
        assertThat(run("--sdk", "no-such-file.json")).isEqualTo(ExitCode.USAGE);
        assertOneLineOfComplaint("no-such-file.json is not a file");
    }

    /** Schemas of which each is made of the next, the last of nothing. */
    private static String chain(int length, String link) {
        String schemas = IntStream.range(0, length)
                .mapToObj(i -> ("'S%d': " + link).formatted(i, i + 1))
                .collect(Collectors.joining(","));
        return taking("{'$ref': '#/components/schemas/S0'}", schemas, "'S%d': {}".formatted(length));
    }

    @Test
    void givesUpOnSchemasThatMultiply() throws IOException {
        String twice = "{'properties': {'a': {'$ref': '#/components/schemas/S%2$d'},"
                + "'b': {'$ref': '#/components/schemas/S%2$d'}}}";
        assertThat(run("--sdk", file("bomb.json", chain(40, twice)))).isEqualTo(ExitCode.USAGE);
        assertOneLineOfComplaint("bomb.json has schemas without end");
    }

    @Test
    void givesUpOnSchemasWithoutBottom() throws IOException {
        String deeper = "{'$ref': '#/components/schemas/S%2$d'}";
        assertThat(run("--sdk", file("well.json", chain(20_000, deeper)))).isEqualTo(ExitCode.USAGE);
        assertOneLineOfComplaint("well.json has schemas too deep");
    }

    @Test
    void helpsAndTellsItsVersion() {
        assertThat(run("--help")).isEqualTo(ExitCode.COVERED);
        assertThat(run("--version")).isEqualTo(ExitCode.COVERED);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("Exit codes:", "Passerelle drift")
                .doesNotContain("null");
    }
}
