package fr.passerelle.counsellor;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.contract.ReferenceCases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckCommandTest {

    private static final String PASSING = """
            {"id": "a", "kind": "QUANTITY", "input": {"quantity": 2, "isDuo": true}, "expected": {"allowed": true}}""";

    @TempDir
    private Path folder;

    private Run check(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("cases.json"), content);
        return Run.of("check", file.toString());
    }

    @Test
    void passesTheReferenceCases() throws IOException {
        Run run = Run.of(
                "check",
                ReferenceCases.CREDIT.copyTo(folder).toString(),
                ReferenceCases.BOOKINGS.copyTo(folder).toString());

        assertThat(run.out()).isEqualToIgnoringNewLines("164 passed, 0 failed");
        assertThat(run.exit()).isZero();
    }

    @Test
    void printsOneLineForADifferenceAndCounts() throws IOException {
        Run run = check("{\"cases\": [%s, %s]}".formatted(PASSING, PASSING.replace("true}}", "false}}")));

        assertThat(run.out().lines())
                .containsExactly("cases.json: a: allowed: expected false, got true", "1 passed, 1 failed");
        assertThat(run.exit()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"id": "x", "kind": "NEW", "input": {}, "expected": {"allowed": true}}          | kind: NEW is not known
            {"id": "x", "kind": "QR", "input": {}}                                          | expected: missing
            {"id": "x", "birthDate": "2008-05-14", "expected": {"eligible": true}}          | asOf: missing
            {"id": "x", "asOf": "2026-06-01T10:00:00Z", "expected": {"eligible": true}}     | birthDate: missing
            {"id": "x", "asOf": "soon", "birthDate": "2008-05-14", "expected": {"eligible": true}} | asOf: soon is not
            {"id": "x", "asOf": "2026-06-01T10:00:00Z", "birthDate": "2008-05-14", "expected": {"mood": 1}} | mood: expected 1, got nothing
            {"id": "x", "asOf": "2026-06-01T10:00:00Z", "birthDate": "2008-05-14", "expected": {"reason": "WHO_KNOWS"}} | reason: expected "WHO_KNOWS"
            {"id": "x", "asOf": "2026-06-01T10:00:00Z", "birthDate": "2008-05-14", "territory": {"departmentCode": "999"}, "expected": {"eligible": true}} | territory.departmentCode
            {"id": "x", "asOf": "2026-06-01T10:00:00Z", "birthDate": "2008-05-14", "existingGrants": [{"scheme": "GRANT_99"}], "expected": {"eligible": true}} | scheme: GRANT_99 is none of
            {"id": "x", "asOf": "2026-06-01T10:00:00Z", "birthDate": "2008-05-14", "existingGrants": [{"scheme": "GRANT_17_18", "amountCents": "many"}], "expected": {"eligible": true}} | amountCents: "many" is not a number of cents
            """)
    void countsWhatItCannotReadAsAFailureAndGoesOn(String row, String why) throws IOException {
        Run run = check("{\"cases\": [%s, %s]}".formatted(row, PASSING));

        assertThat(run.out().lines().toList()).hasSize(2).first().asString().startsWith("cases.json: x: " + why);
        assertThat(run.out().strip()).endsWith("1 passed, 1 failed");
        assertThat(run.exit()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "null", "\"a\"", "[]", "{\"id\": {}, \"expected\": {\"a\": []}}"})
    void neverCrashesOnACaseThatIsNone(String row) throws IOException {
        Run run = check("{\"cases\": [" + row + "]}");

        assertThat(run.out().strip()).endsWith("0 passed, 1 failed").doesNotContain("Exception");
    }

    @Test
    void doesNotTakeAFractionOfACentForTheSame() throws IOException {
        Run run = check("""
                [{"id": "b", "asOf": "2026-06-01T10:00:00Z", "birthDate": "2008-05-14",
                  "expected": {"amountCents": 15000.5}}]""");

        assertThat(run.out()).contains("0 passed, 1 failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "{\"cases\": 3}", "not json", "[] []"})
    void refusesAFileWithoutCases(String content) throws IOException {
        Run run = check(content);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(1).allMatch(line -> line.contains("cases.json"));
    }

    @Test
    void refusesAFileThatIsNotThere() {
        Run run = Run.of("check", folder.resolve("nowhere.json").toString(), "--lang", "en");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .contains("nowhere.json")
                .contains("does not exist")
                .hasLineCount(1);
    }
}
