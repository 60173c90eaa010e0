package fr.passerelle.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class ProgrammeTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** Fails as it is told to. */
    @Command(name = "work", mixinStandardHelpOptions = true, versionProvider = Version.class)
    static final class Work implements Callable<Integer> {

        @Option(names = "--fail", required = true)
        private String how = "";

        @Override
        public Integer call() {
            switch (how) {
                case "known" -> throw new FailedException("the file is gone");
                case "unusable" -> throw FailedException.unusable("the file is empty");
                case "foreseen" -> throw new IllegalStateException("two\nlines");
                case "unforeseen" -> throw new IllegalArgumentException("two\nlines");
                default -> {
                    return ExitCode.SOME_REFUSED;
                }
            }
        }
    }

    private int run(String... arguments) {
        List<String> given = List.of(arguments);
        Texts texts = Texts.in(Language.of(given, Locale.ENGLISH), "fr.passerelle.commandline.sample");
        Surroundings surroundings = new Surroundings(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                texts,
                Map.of("PASSCULTURE_API_KEY", "secret"),
                Clock.systemUTC());
        assertThat(surroundings.toString()).doesNotContain("secret");
        return new Programme(
                        surroundings,
                        failure -> failure instanceof IllegalStateException
                                ? new FailedException("as foreseen")
                                : Programme.unexpected(failure, texts))
                .run(given, "sample", new Work());
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "known, 1, Error: the file is gone",
        "unusable, 2, Error: the file is empty",
        "foreseen, 1, Error: as foreseen",
        "unforeseen, 1, Error: unexpected (IllegalArgumentException). two",
    })
    void endsAFailureInOneLine(String how, int exitCode, String line) {
        assertThat(run("work", "--fail", how)).isEqualTo(exitCode);
        assertThat(err().lines()).containsExactly(line);
    }

    @Test
    void tellsTheShellWhatTheCommandSays() {
        assertThat(run("work", "--fail", "not")).isEqualTo(ExitCode.SOME_REFUSED);
        assertThat(err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', Error: which command? Try: sample --help",
        "work --fail, Try: sample work --help",
        "dance, Try: sample --help",
        "work --lang de, 'Error: --lang takes fr or en, not de.'",
    })
    void answersWrongUsageInOneLine(String arguments, String words) {
        assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1)))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err().lines()).singleElement().asString().contains(words);
    }

    @Test
    void helpsInTheLanguageAskedFor() {
        assertThat(run("--help", "--lang", "fr")).isZero();
        assertThat(out()).contains("Essayer le cadre.", "Commandes", "Travailler.", "Afficher cette aide");
    }

    @Test
    void tellsTheProgrammesVersionInEveryCommand() {
        assertThat(run("work", "--version")).isZero();
        assertThat(out().strip()).isEqualTo("Passerelle sample (development)");
    }
}
