package fr.passerelle.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.contract.PartnerDocument.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({"PARTNER, 54, 282", "APP, 84, 212"})
    void everyOperationAndTypeIsThere(Source source, int operations, int types) {
        PartnerDocument document = PartnerDocument.facts(source);

        assertThat(document.operations()).hasSize(operations);
        assertThat(document.root().at("/components/schemas")).hasSize(types);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsReadIsWrittenAlike(Source source) {
        List<String> lines = PartnerDocument.lines(source);

        assertThat(FactsCommand.table(Facts.read(lines))).isEqualTo(lines);
    }

    /** Where the programme's own files are at hand; elsewhere there is nothing to compare with. */
    @ParameterizedTest
    @EnumSource
    void saysWhatTheProgrammesOwnFileSays(Source source) {
        PartnerDocument.original(source)
                .ifPresent(original ->
                        assertThat(FactsCommand.table(original.root())).isEqualTo(PartnerDocument.lines(source)));
    }

    @Test
    void theWordsAreThoseOfTheProgrammesOwnFile() throws IOException {
        Optional<Path> original = SharedFolder.find("contract/" + ProgrammeWords.ORIGINAL);
        if (original.isPresent()) {
            assertThat(FactsTest.class.getResourceAsStream(ProgrammeWords.FACTS))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualToNormalizingNewlines(
                            String.join(
                                            "\n",
                                            ProgrammeWords.write(
                                                    JSON.readTree(original.get().toFile()))) + "\n");
        }
        assertThat(ProgrammeWords.categories()).hasSize(73);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '\0', textBlock = """
            {"type":"string","maxLength":90,"nullable":true,"title":"T"}   ! string max-length=90 or-null
            {"type":"string","pattern":"^(a b|c)$"}                        ! string pattern="^(a b|c)$"
            {"type":"integer","exclusiveMinimum":0,"maximum":50}           ! integer above=0 max=50
            {"type":"string","enum":["a b","c"]}                           ! string one-of "a b" "c"
            {"allOf":[{"$ref":"#/components/schemas/A"}],"nullable":true}  ! A or-null
            {"anyOf":[{"type":"integer"},{"type":"null"}]}                 ! integer or-null
            {"anyOf":[{"type":"integer"},{"enum":["unlimited"]}]}          ! any-of ( integer | one-of "unlimited" )
            {"type":"array","items":{"type":"integer"},"maxItems":9}       ! list ( integer ) max-items=9
            {"type":"object","additionalProperties":{"type":"boolean"}}    ! map ( boolean )
            {"description":"anything"}                                     ! any
            """)
    void aTypeIsOneLine(String schema, String text) throws IOException {
        assertThat(TypeText.write(JSON.readTree(schema))).isEqualTo(text);
        assertThat(TypeText.write(TypeText.read(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"string\",\"contentEncoding\":\"base64\"}",
                "{\"allOf\":[{\"type\":\"string\"},{\"maxLength\":3}]}",
                "{\"$ref\":\"elsewhere.json#/A\"}"
            })
    void refusesWhatItHasNoWordsFor(String schema) throws IOException {
        var node = JSON.readTree(schema);

        assertThatIllegalArgumentException().isThrownBy(() -> TypeText.write(node));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "list ( string", "string loud=3", "string string", "any-of ( string integer )", "a-b"})
    void refusesWhatIsNoType(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> TypeText.read(text));
    }

    @Test
    void refusesALineThatIsNoFact() {
        assertThatIllegalArgumentException().isThrownBy(() -> Facts.read(List.of("opinion A good")));
    }
}
