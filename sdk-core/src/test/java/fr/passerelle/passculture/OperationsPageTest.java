package fr.passerelle.passculture;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.passculture.endpoint.PassCultureEndpoint;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of docs/operations.md says what the endpoint table says, and names calls that exist. */
class OperationsPageTest {

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (\\d+[ab]?) \\| `([A-Z]+) ([^`]+)` \\| `passCulture\\.([^`]+)` \\|$");
    private static final Pattern STEP = Pattern.compile("(\\w+)\\([^()]*\\)");

    private record Row(String number, String method, String path, String call) {}

    @Test
    void hasOneRowForEachOperation() throws IOException {
        assertThat(rows().stream().map(row -> row.number() + " " + row.method() + " " + row.path()))
                .containsExactlyElementsOf(Arrays.stream(PassCultureEndpoint.values())
                        .filter(endpoint -> endpoint.template().startsWith("/public/")
                                || endpoint.template().startsWith("/v2/"))
                        .map(endpoint -> endpoint.number() + " " + endpoint.method() + " " + endpoint.template())
                        .toList());
    }

    @Test
    void namesCallsThatExist() throws IOException {
        for (Row row : rows()) {
            Class<?> type = PassCultureClient.class;
            Matcher step = STEP.matcher(row.call());
            int end = 0;
            while (step.find()) {
                assertThat(row.call().substring(end, step.start()))
                        .as(row.call())
                        .isIn("", ".");
                String name = step.group(1);
                Optional<Method> method = Arrays.stream(type.getMethods())
                        .filter(candidate -> candidate.getName().equals(name))
                        .findFirst();
                assertThat(method).as("%s of %s", name, row.call()).isPresent();
                type = method.orElseThrow().getReturnType();
                end = step.end();
            }
            assertThat(end).as(row.call()).isEqualTo(row.call().length());
        }
    }

    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        Matcher row = ROW.matcher(Files.readString(page()));
        while (row.find()) {
            rows.add(new Row(row.group(1), row.group(2), row.group(3), row.group(4)));
        }
        return rows;
    }

    private static Path page() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("LICENSE"))) {
                return at.resolve("docs/operations.md");
            }
        }
        throw new IllegalStateException("no folder above holds the LICENSE");
    }
}
