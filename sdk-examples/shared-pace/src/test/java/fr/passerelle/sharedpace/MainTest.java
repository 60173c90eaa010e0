package fr.passerelle.sharedpace;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.commandline.Bundles;
import fr.passerelle.commandline.Language;
import fr.passerelle.commandline.Surroundings;
import fr.passerelle.commandline.Texts;
import fr.passerelle.commandline.vendor.ApiKey;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    @Test
    void withoutRedisItSaysWhatToInstall() {
        assertThat(run("demo", "--lang=en", "--redis-server=no-such-redis")).isEqualTo(1);

        assertThat(output.toString(StandardCharsets.UTF_8))
                .contains("Error: no-such-redis does not start. Install Debian’s package redis-server")
                .doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource({"en, '--window takes 10 to 60 seconds, not 9.'", "fr, '--window prend de 10 à 60 secondes, et non 9.'"})
    void aWindowOutsideItsLimitsIsRefused(String language, String line) {
        assertThat(run("demo", "--lang=" + language, "--window=9")).isEqualTo(2);

        assertThat(output.toString(StandardCharsets.UTF_8)).contains(line);
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1, 2, 100, '--redis must be redis://'",
        "redis://127.0.0.1, 40, 100, 'can be shared by 1 to 33 processes, not 40'",
        "redis://127.0.0.1, 2, 2, 'calls must be at least 3, not 2'"
    })
    void aProcessThatCannotBeSetUpSaysWhy(String redis, int processes, int calls, String line) {
        assertThat(run(
                        "work",
                        "--lang=en",
                        "--base-url=http://127.0.0.1:1",
                        "--siret=85331845900049",
                        "--window=20",
                        "--redis=" + redis,
                        "--processes=" + processes,
                        "--calls=" + calls))
                .isEqualTo(2);

        assertThat(output.toString(StandardCharsets.UTF_8)).contains(line).doesNotContain("Exception");
    }

    @Test
    void theTextsAreWellKept() {
        Bundles.assertWellKept(Main.TEXTS);
    }

    private int run(String... arguments) {
        List<String> list = List.of(arguments);
        PrintStream stream = new PrintStream(output, true, StandardCharsets.UTF_8);
        Texts texts = Texts.in(Language.of(list, Locale.ENGLISH), Main.TEXTS);
        Map<String, String> environment = Map.of(ApiKey.VARIABLE, "a-key");
        return Main.run(new Surroundings(stream, stream, false, texts, environment, Clock.systemUTC()), list);
    }
}
