package fr.passerelle.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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

        // Only to be given wrongly.
        @SuppressWarnings("UnusedVariable")
        @Option(names = "--times", paramLabel = "N")
        private int times;

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

    @Test
    void doesNotEndWellWhenItsOutputIsLost() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        Texts texts = Texts.in(Locale.ENGLISH, "fr.passerelle.commandline.sample");
        Surroundings surroundings = new Surroundings(
                new PrintStream(full, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                texts,
                Map.of(),
                Clock.systemUTC());
        int exitCode = new Programme(surroundings, failure -> Programme.unexpected(failure, texts))
                .run(List.of("work", "--help"), "sample", new Work());

        assertThat(exitCode).isEqualTo(ExitCode.FAILURE);
        assertThat(err().lines()).singleElement().asString().contains("not all of the output");
    }

    @ParameterizedTest
    @CsvSource({
        "'', Error: which command? Try: sample --help",
        "work, Error: missing: --fail. Try: sample work --help",
        "work --fail, Error: --fail needs a value. Try: sample work --help",
        "work --fail x --times y, 'Error: --times takes N, not y. Try: sample work --help'",
        "work --fail x --fail y, Error: --fail is given twice. Try: sample work --help",
        "work --fail x --colour red, Error: unknown argument: --colour red. Try: sample work --help",
        "work --fail x --help=no, Error: unknown argument: --help=no. Try: sample work --help",
        "dance, Error: unknown argument: dance. Try: sample --help",
        "work --lang de, 'Error: --lang takes fr or en, not de.'",
        "--lang fr, Erreur : quelle commande ? Essayez : sample --help",
        "--lang fr work, Erreur : il manque --fail. Essayez : sample work --help",
        "--lang fr work --fail, Erreur : --fail demande une valeur. Essayez : sample work --help",
        "--lang fr work --fail x --times y, 'Erreur : --times prend N, pas y. Essayez : sample work --help'",
        "--lang fr work --fail x --fail y, Erreur : --fail est donné deux fois. Essayez : sample work --help",
        "--lang fr work --fail x --colour, Erreur : argument inconnu : --colour. Essayez : sample work --help",
        "--lang fr dance, Erreur : argument inconnu : dance. Essayez : sample --help",
    })
    void responsesWrongUsageInOneLine(String arguments, String words) {
        assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1)))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err().lines()).containsExactly(words);
    }

    @Test
    void staysInOneLineWhateverIsGiven() {
        assertThat(run("work", "--fail", "x", "--times", "1\n2")).isEqualTo(ExitCode.USAGE);
        assertThat(run("work", "--fail", "x", "a\u001b[31mb\nc")).isEqualTo(ExitCode.USAGE);
        assertThat(err().lines())
                .satisfiesExactly(
                        number -> assertThat(number).contains("not 1 2."),
                        stranger -> assertThat(stranger).contains("a [31mb c."));
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

    /** With LC_ALL=C the machine loses the accents of an argument, and the file that it names is not to be found. */
    @Test
    void anArgumentWhoseLettersWereLostSaysWhichSettingHelps() {
        assertThat(run("work", "--fail", "no", "--times", "\uFFFD\uFFFDt\uFFFD"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--times has letters", "LC_ALL=C.UTF-8");
    }
}
