package fr.passerelle.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.invitations.endpoint.InvitationsEndpoint;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The second table of docs/operations.md says what the endpoint table says, and names calls that exist. */
class InvitationsPageTest {

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (?:all|operator|donor|structure|donor, structure) \\| `([A-Z]+) ([^`]+)` "
                    + "\\| `programme\\.([^`]+)` \\|$");
    private static final Pattern STEP = Pattern.compile("\\.?(\\w+)\\([^()]*\\)");

    @Test
    void hasOneRowForEachOperation() throws IOException {
        assertThat(rows().stream().map(row -> row.group(1) + " " + row.group(2)))
                .containsExactlyElementsOf(Arrays.stream(InvitationsEndpoint.values())
                        .map(endpoint -> endpoint.method() + " " + endpoint.template())
                        .toList());
    }

    @Test
    void namesCallsThatExist() throws IOException {
        for (MatchResult row : rows()) {
            Class<?> type = InvitationsClient.class;
            Matcher step = STEP.matcher(row.group(3));
            while (step.find()) {
                Optional<Method> method = Arrays.stream(type.getMethods())
                        .filter(candidate -> candidate.getName().equals(step.group(1)))
                        .findFirst();
                assertThat(method).as(row.group(3)).isPresent();
                type = method.orElseThrow().getReturnType();
            }
        }
    }

    private static List<MatchResult> rows() throws IOException {
        return ROW.matcher(Files.readString(Path.of("..", "docs", "operations.md")))
                .results()
                .toList();
    }
}
