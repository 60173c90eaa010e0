package fr.passerelle.counsellor.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.contract.ReferenceCases;
import fr.passerelle.model.credit.Interpretation;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/** One test for each case of a reference file, by group, and one printed line for each group. */
final class CaseTests {

    private CaseTests() {}

    static Stream<DynamicNode> tests(ReferenceCases file) throws IOException {
        Map<String, List<JsonNode>> groups = file.read()
                .path("cases")
                .valueStream()
                .collect(Collectors.groupingBy(CaseTests::group, LinkedHashMap::new, Collectors.toList()));
        return groups.entrySet().stream().map(group -> {
            long passed = group.getValue().stream()
                    .filter(row -> VectorRunner.differences(row).isEmpty())
                    .count();
            String line =
                    group.getKey() + ": " + passed + " of " + group.getValue().size() + " passed";
            System.out.println(line); // the one place to see, in the output of a build, what was held against what
            return DynamicContainer.dynamicContainer(
                    line, group.getValue().stream().map(CaseTests::test));
        });
    }

    private static String group(JsonNode row) {
        return row.has("kind")
                ? row.get("kind").asText()
                : row.get("id").asText().replaceAll("-.*", "");
    }

    private static DynamicTest test(JsonNode row) {
        return DynamicTest.dynamicTest(
                row.get("id").asText() + " " + row.get("title").asText(),
                () -> assertThat(VectorRunner.differences(row)).isEmpty());
    }

    /** What the alternatives of a file say about the law. */
    static Stream<DynamicNode> lawTests(ReferenceCases file) throws IOException {
        return file.read()
                .path("cases")
                .valueStream()
                .filter(row -> row.path("alternative").path("basis").asText().startsWith("law"))
                .map(row -> DynamicTest.dynamicTest(row.get("id").asText(), () -> {
                    ObjectNode expected = row.get("alternative").deepCopy();
                    expected.remove("basis");
                    assertThat(VectorRunner.differences(row, expected, Interpretation.LAW))
                            .isEmpty();
                }));
    }
}
