package fr.passerelle.counsellor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/associations.fr.md shows commands that work, and what they print. */
class AssociationsPageTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "associations.fr.md");
    private static final Pattern COMMAND =
            Pattern.compile("(?ms)^```sh\\njava -jar counsellor\\.jar ([^\\n]*)\\n```\\n(?:\\n```text\\n(.*?)^```$)?");
    private static final Pattern GIVEN_FILE =
            Pattern.compile("(?ms)Par\\s+exemple\\s+`([a-z.]+)` :\\n\\n```(?:csv|json)\\n(.*?)^```$");
    private static final Pattern FILE_NAME = Pattern.compile("[a-z]+\\.(?:csv|html|json)");

    @TempDir
    private Path folder;

    @Test
    void everyCommandPrintsWhatThePageShows() throws IOException {
        String page = Files.readString(PAGE);
        for (MatchResult file : GIVEN_FILE.matcher(page).results().toList()) {
            Files.writeString(folder.resolve(file.group(1)), file.group(2));
        }

        List<MatchResult> commands = COMMAND.matcher(page).results().toList();
        for (MatchResult command : commands) {
            Run run = Run.of(arguments(command.group(1)));

            assertThat(run.exit()).as("%s: %s", command.group(1), run.err()).isZero();
            if (command.group(2) != null) {
                assertThat(run.out().stripTrailing())
                        .as(command.group(1))
                        .isEqualTo(command.group(2).stripTrailing());
            }
        }
        assertThat(commands).as("commands on the page").hasSize(8);
        assertThat(folder.resolve("rapport.html")).isNotEmptyFile();
    }

    private String[] arguments(String line) {
        return Arrays.stream(line.split(" "))
                .map(word ->
                        FILE_NAME.matcher(word).matches() ? folder.resolve(word).toString() : word)
                .toArray(String[]::new);
    }
}
